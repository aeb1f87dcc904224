package org.ontodraft.app.service.search;

import org.ontodraft.app.state.Observed;

/** Searches what every view shows: the open draft on its base, or canonical. Any thread. */
public interface SearchService extends AutoCloseable {
  /** How far the index is. */
  Observed<IndexStanding> standing();

  /** A search of the caller's own, which ends when the caller closes it. */
  Search open();

  /** Ends the work on the index and lets go of its files; waits for what is being written. */
  @Override
  void close();
}
