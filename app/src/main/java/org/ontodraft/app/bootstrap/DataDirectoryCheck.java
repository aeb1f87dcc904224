package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.DataDirectory;

/** Makes the data directory and finds out whether it can be used. */
final class DataDirectoryCheck {
  /** Room that a start needs at least, for a database page, a journal frame and a log line. */
  private static final int PROBE_BYTES = 64 * 1024;

  private DataDirectoryCheck() {}

  /** Why the directory cannot be used, or empty when it is ready. */
  static Optional<Refusal> prepare(DataDirectory data) {
    try {
      make(data.root());
      make(data.stores());
      make(data.repositories());
      make(data.logs());
      Path probe = data.root().resolve("write-probe");
      Files.write(probe, new byte[PROBE_BYTES]);
      Files.delete(probe);
      return Optional.empty();
    } catch (AccessDeniedException | ReadOnlyFileSystemException denied) {
      return Optional.of(Refusal.of("DATA-01", data.root()));
    } catch (FileAlreadyExistsException | NotDirectoryException file) {
      return Optional.of(Refusal.of("DATA-02", data.root()));
    } catch (IOException failed) {
      return Optional.of(Refusal.of("DATA-03", data.root(), failed.getMessage()));
    }
  }

  private static void make(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
