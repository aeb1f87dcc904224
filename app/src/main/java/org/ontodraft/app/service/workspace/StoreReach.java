package org.ontodraft.app.service.workspace;

import java.util.Optional;
import java.util.function.Supplier;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.ontology.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to work that needs a store which is away or cannot be written. Thread-safe. */
final class StoreReach {
  private static final Logger LOG = LoggerFactory.getLogger(StoreReach.class);

  private final String workspace;

  /**
   * For one workspace.
   *
   * @param workspace its name, as people know it
   */
  StoreReach(String workspace) {
    this.workspace = workspace;
  }

  /** What needs the store waits while it cannot be reached, and says so. */
  <T> Outcome<T> when(Supplier<Outcome<T>> work) {
    try {
      return work.get();
    } catch (StoreAwayException away) {
      return Outcome.refused("PG-20", away.getMessage());
    } catch (RuntimeException fault) {
      String reason = StoreFailure.unwritable(fault).orElseThrow(() -> fault);
      LOG.error("STORE-04 {}", fault.getMessage(), fault);
      return Outcome.refused("STORE-04", workspace, reason);
    }
  }

  /** What follows by itself is left out while the store is away; the status bar says that it is. */
  <T> Optional<T> unlessAway(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (StoreAwayException away) {
      LOG.info("left out while the store is away: {}", away.getMessage());
      return Optional.empty();
    }
  }
}
