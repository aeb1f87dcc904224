package org.ontodraft.app.service.store;

import java.time.Duration;
import java.time.Instant;
import org.ontodraft.app.service.Refusal;

/** How the databases of a workspace are. */
public sealed interface StoreHealth {
  /** Everything is on this computer, and it answers. */
  record Local(String schema) implements StoreHealth {}

  /**
   * The server answers.
   *
   * @param server what people call it
   */
  record Reached(
      String server, String version, String schema, String role, Duration latency, Instant at)
      implements StoreHealth {}

  /** A database does not answer. */
  record Lost(String server, Refusal reason, Instant since) implements StoreHealth {}
}
