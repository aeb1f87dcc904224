package org.ontodraft.persistence.store;

import java.nio.file.Path;

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
}
