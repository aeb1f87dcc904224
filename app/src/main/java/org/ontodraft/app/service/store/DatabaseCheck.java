package org.ontodraft.app.service.store;

import java.time.Duration;
import org.ontodraft.app.service.Refusal;

/** What asking a database found. */
public sealed interface DatabaseCheck {
  /**
   * It can be used.
   *
   * @param schema the version of the tables, for people
   * @param role who the database takes this person for
   */
  record Usable(String serverVersion, String schema, String role, Duration latency)
      implements DatabaseCheck {}

  /**
   * It cannot be used as it is.
   *
   * @param mayMigrate whether this person may make or upgrade the tables, and then can use it
   */
  record Unusable(Refusal refusal, boolean mayMigrate) implements DatabaseCheck {}
}
