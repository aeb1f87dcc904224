package org.ontodraft.model.draft;

/** What came of a write to a draft itself. */
public sealed interface DraftWrite {
  /** It is stored; this is the draft now. */
  record Done(Draft draft) implements DraftWrite {}

  /** Another session wrote it since; nothing changed. This is what it wrote. */
  record Stale(Draft theirs) implements DraftWrite {}

  /** There is no such draft any more. */
  record Gone() implements DraftWrite {}
}
