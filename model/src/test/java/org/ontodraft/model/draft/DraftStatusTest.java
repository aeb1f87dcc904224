package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftStatusTest {
  @ParameterizedTest(name = "{0} may become: {1}")
  @CsvSource({
    "DRAFT, VALIDATED",
    "VALIDATED, DRAFT SUBMITTED",
    "SUBMITTED, DRAFT MERGED REJECTED",
    "MERGED, ''",
    "REJECTED, DRAFT"
  })
  void movesAlongTheTableOnly(DraftStatus from, String targets) {
    List<String> allowed =
        Arrays.stream(DraftStatus.values()).filter(from::canMoveTo).map(DraftStatus::name).toList();
    assertThat(String.join(" ", allowed)).isEqualTo(targets);
  }

  @Test
  void onlyAMergedDraftIsClosed() {
    assertThat(Arrays.stream(DraftStatus.values()).filter(status -> !status.editable()))
        .containsExactly(DraftStatus.MERGED);
  }
}
