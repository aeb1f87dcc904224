package org.ontodraft.app.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.task.Progress;

class BackupFileTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("plants.zip");
  }

  private static Outcome<Path> whole(Path to) {
    try {
      return Outcome.done(Files.writeString(to, "new"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void aWholeBackupTakesThePlaceOfTheOneBefore() throws IOException {
    Files.writeString(file(), "old");
    assertThat(BackupFile.write(file(), Progress.none(), BackupFileTest::whole))
        .isEqualTo(Outcome.done(file()));
    assertThat(file()).hasContent("new");
    assertThat(files()).containsExactly("plants.zip");
  }

  @Test
  void stoppedOnTheWayItLeavesWhatWasThere() throws IOException {
    Files.writeString(file(), "old");
    AtomicBoolean stopped = new AtomicBoolean();
    Progress progress =
        new Progress() {
          @Override
          public void stage(String stage, long total) {}

          @Override
          public void done(long units) {}

          @Override
          public boolean cancelled() {
            return stopped.get();
          }
        };
    assertThatThrownBy(() ->
            BackupFile.write(
                file(),
                progress,
                to -> {
                  stopped.set(true);
                  return whole(to);
                }))
        .isInstanceOf(CancellationException.class);
    assertThat(file()).hasContent("old");
    assertThat(files()).containsExactly("plants.zip");
  }

  @Test
  void refusedItLeavesNothing() throws IOException {
    assertThat(BackupFile.write(file(), Progress.none(), to -> Outcome.refused("BACKUP-02")))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(files()).isEmpty();
  }
}
