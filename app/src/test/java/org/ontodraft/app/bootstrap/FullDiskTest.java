package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.persistence.testing.ChildProcess;

/**
 * A disk that cannot be written when upstream has moved: it is said by its code, an edit that was
 * acknowledged is there afterwards, the store checks clean, and the sync is taken up.
 */
class FullDiskTest {
  @TempDir private Path folder;

  /** With room for the fetch and none for the rows; with no room at all; and not writable. */
  @ParameterizedTest
  @CsvSource({"300000, STORE-04", "0, GIT-06", "read-only, OPEN-11"})
  void aSyncThatCannotBeWrittenIsToldAndTakenUpLater(String room, String code) throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    try (ChildProcess child =
        ChildProcess.javaOnSmallDisk(
            disk.toString(), 60, FullDiskChild.class, disk.toString(), folder.toString(), room)) {
      child.awaitLine("refresh " + code);
      child.awaitLine("check 0");
      child.awaitLine("passed");
    }
  }
}
