package org.ontodraft.persistence.store;

import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Tells an embedded database that is closed, locked by others or gone from one that refuses. */
final class GoneDatabase {
  private static final Set<Integer> CODES =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.FILE_CORRUPTED_1);

  private GoneDatabase() {}

  /** Whether that is behind this failure; the store takes nothing until it is opened again. */
  static boolean isCauseOf(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && CODES.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }
}
