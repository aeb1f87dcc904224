package org.ontodraft.persistence.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a server that cannot be reached from one that refuses what it was asked. */
public final class LostConnection {
  /** Connection exceptions, in the standard's classes. */
  private static final String CONNECTION_CLASS = "08";

  /** The server is stopping, has crashed, is starting, or has no connection left. */
  private static final Set<String> SERVER_STATES =
      Set.of("57P01", "57P02", "57P03", "57P05", "53300");

  private LostConnection() {}

  /** Whether a lost connection is behind this failure; trying again later may work. */
  public static boolean isCauseOf(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLTransientConnectionException
          || t instanceof SQLException sql && isLost(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLost(@Nullable String state) {
    return state != null && (state.startsWith(CONNECTION_CLASS) || SERVER_STATES.contains(state));
  }
}
