package org.ontodraft.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ids of rows: version 7, and rising whatever the clock does. */
class RowIdsTest {
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void idsTellTheTimeAndRiseEvenWhenTheClockJumpsBack() {
    RowIds ids = new RowIds(() -> now);
    UUID before = ids.next();
    assertThat(before.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      if (i == 10_000) {
        now = now.minusSeconds(3600);
      }
      UUID id = ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(id.toString()).isGreaterThan(before.toString());
      seen.add(id);
      before = id;
    }
    assertThat(seen).hasSize(20_000);
    assertThat(
            (before.getMostSignificantBits() >>> 16)
                - Instant.parse("2026-11-21T10:00:00Z").toEpochMilli())
        .isBetween(4L, 6L);
  }
}
