package org.ontodraft.persistence;

import java.nio.file.Path;
import java.util.List;

/** Something that was found and put right when a store opened. */
public sealed interface StoreNotice {
  /** Imports that were cut off; nothing of them is in the store. */
  record ImportsCleared(int count) implements StoreNotice {}

  /** The last write to the journal was cut short and never acknowledged; its bytes are kept. */
  record TornJournalEnd(Path keptIn, long bytes) implements StoreNotice {}

  /**
   * The journal was changed by something else than a write cut short; a new one was begun.
   *
   * @param keptIn where the damaged one is now
   * @param offset where in it the damage begins
   * @param saved edits the database lacked that could still be read; they are in the new journal
   */
  record JournalDamaged(Path keptIn, long offset, int saved) implements StoreNotice {}

  /**
   * The journal the database has seen last is gone, or an older one lies in its place; a new one
   * was begun.
   *
   * @param appliedSequence the last edit of it that is in the database
   */
  record JournalLost(long appliedSequence) implements StoreNotice {}

  /**
   * The database could not be used; a new one was made, and what can be rebuilt is in it.
   *
   * @param keptIn the folder the unusable one is in
   */
  record DatabaseRebuilt(Path keptIn, String reason) implements StoreNotice {}

  /** Drafts that the database had lost, or had as they were before; they are as they were last. */
  record DraftsBroughtBack(List<String> titles) implements StoreNotice {
    public DraftsBroughtBack {
      titles = List.copyOf(titles);
    }
  }

  /** The copy of a draft that the database has lost cannot be read; the draft is not there. */
  record CopyDamaged(Path file) implements StoreNotice {}
}
