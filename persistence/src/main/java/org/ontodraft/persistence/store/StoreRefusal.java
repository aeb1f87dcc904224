package org.ontodraft.persistence.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a store could not be opened. Nothing was changed. */
public sealed interface StoreRefusal {
  /** A newer program has written the store. The versions are for people. */
  record NewerVersion(Path folder, String found, String known) implements StoreRefusal {}

  /** A copy of the store could not be brought to this program's version; the store is as before. */
  record UpgradeFailed(Path folder, String found, String known, String reason)
      implements StoreRefusal {}

  /** Another process, or another part of this one, has the store open. */
  record InUse(Path folder) implements StoreRefusal {}

  /** A file of the store cannot be used. */
  record Damaged(Path file, String reason) implements StoreRefusal {}

  /** The folder cannot be written. */
  record Unwritable(Path folder, Cause cause, String reason) implements StoreRefusal {
    /** Why not. */
    public enum Cause {
      READ_ONLY,
      FULL,
      OTHER
    }
  }

  /** The shared database cannot be used; what it or the system says is for people. */
  record Server(ServerProblem problem, String detail) implements StoreRefusal {}

  /** What an error says about a file or folder that could not be written. */
  static Unwritable ofFile(Path path, Exception fault) {
    return new Unwritable(path, causeOf(fault), reasonOf(fault));
  }

  /** The first line of what an error says. */
  static String reasonOf(Exception fault) {
    if (fault instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    String text = String.valueOf(fault.getMessage());
    return text.lines().findFirst().orElse(fault.getClass().getSimpleName());
  }

  /** Whether a disk that is full, or may not be written to, is behind a fault. */
  static boolean isUnwritable(Throwable fault) {
    return causeOf(fault) != Unwritable.Cause.OTHER;
  }

  /** Java has no types for these two, so the system's words decide. */
  private static Unwritable.Cause causeOf(Throwable fault) {
    for (@Nullable Throwable t = fault; t != null; t = t.getCause()) {
      String text = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
      if (t instanceof AccessDeniedException
          || t instanceof ReadOnlyFileSystemException
          || text.contains("read-only file system")
          || text.contains("permission denied")) {
        return Unwritable.Cause.READ_ONLY;
      }
      if (text.contains("no space left") || text.contains("not enough space")) {
        return Unwritable.Cause.FULL;
      }
    }
    return Unwritable.Cause.OTHER;
  }
}
