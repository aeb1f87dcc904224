package org.ontodraft.app.service.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Function;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.task.Progress;

/** Puts a backup in its place once it is whole. Blocking. */
public final class BackupFile {
  private BackupFile() {}

  /**
   * Writes a backup beside the file and moves it there. Stopped or refused, it leaves nothing: a
   * file that was there before stays as it was.
   *
   * @param backUp writes a backup to a file
   * @throws java.util.concurrent.CancellationException when it was stopped
   * @throws IOException when the whole backup cannot be moved to its place
   */
  public static Outcome<Path> write(
      Path file, Progress progress, Function<Path, Outcome<Path>> backUp) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Path part = folder.resolve("." + file.getFileName() + ".part");
    try {
      progress.checkCancelled();
      Files.deleteIfExists(part);
      Outcome<Path> made = backUp.apply(part);
      progress.checkCancelled();
      if (made instanceof Outcome.Done<Path>) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return Outcome.done(file);
      }
      return made;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
