package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
  @TempDir Path folder;

  @Test
  void a_second_instance_is_refused_and_shows_the_first() throws IOException {
    Path lock = folder.resolve("instance.lock");
    AtomicInteger shown = new AtomicInteger();
    try (SingleInstance first = Objects.requireNonNull(SingleInstance.acquire(lock))) {
      first.onSecondInstance(shown::incrementAndGet);

      assertThat(SingleInstance.acquire(lock)).isNull();
      assertThat(SingleInstance.showOther(lock)).isTrue();
      assertThat(shown).hasValue(1);
    }
  }

  @Test
  void after_the_first_has_ended_the_lock_is_free() throws IOException {
    Path lock = folder.resolve("instance.lock");
    Objects.requireNonNull(SingleInstance.acquire(lock)).close();

    assertThatNoException()
        .isThrownBy(() -> Objects.requireNonNull(SingleInstance.acquire(lock)).close());
    assertThat(SingleInstance.showOther(lock)).isFalse();
  }
}
