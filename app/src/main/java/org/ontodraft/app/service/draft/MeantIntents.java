package org.ontodraft.app.service.draft;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.ontology.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was meant by changes of several entities of a draft, also while its store is away: as it was
 * read last, and what edits that wait have meant since. Blocking. Not thread-safe: its session
 * calls it one at a time.
 */
final class MeantIntents {
  private static final Logger LOG = LoggerFactory.getLogger(MeantIntents.class);

  private final DraftStore store;
  private final UUID draft;
  private List<DraftIntent> known;

  /**
   * Reads them.
   *
   * @throws StoreAwayException when the store cannot be reached
   */
  MeantIntents(DraftStore store, UUID draft) {
    this.store = store;
    this.draft = draft;
    this.known = store.intents(draft);
  }

  /** All, in the order it was done. */
  List<DraftIntent> read() {
    try {
      known = store.intents(draft);
    } catch (StoreAwayException away) {
      LOG.info("what was meant is taken as it was read last");
    }
    return known;
  }

  /** Adds what a waiting edit means. */
  void add(List<DraftIntent> intents) {
    known = Stream.concat(known.stream(), intents.stream()).toList();
  }
}
