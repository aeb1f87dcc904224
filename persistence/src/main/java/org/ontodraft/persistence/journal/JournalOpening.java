package org.ontodraft.persistence.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.draft.DraftStep;

/** What came of opening a journal. */
public sealed interface JournalOpening {
  /**
   * It takes edits.
   *
   * @param torn what was cut off its end, if anything
   */
  record Opened(FileEditJournal journal, Optional<TornTail> torn) implements JournalOpening {}

  /**
   * It was changed by something else than a write cut short. The file is as it was.
   *
   * @param offset where the first thing that does not fit begins
   * @param readable the steps before and behind that place whose checksums fit, in order
   */
  record Damaged(Path file, long offset, List<DraftStep> readable) implements JournalOpening {
    public Damaged {
      readable = List.copyOf(readable);
    }
  }

  /** Someone else writes it. */
  record InUse(Path file) implements JournalOpening {}

  /**
   * The end of a write that was cut short, which was never acknowledged.
   *
   * @param keptIn the file the bytes were moved to
   */
  record TornTail(Path keptIn, long bytes) {}
}
