package org.ontodraft.model.draft;

import java.util.List;

/**
 * Port to the journal file: a step is acknowledged when {@link #append} returns. Blocking; not for
 * the FX thread.
 */
public interface EditJournal extends AutoCloseable {
  /** The sequence the next step gets. */
  long nextSequence();

  /**
   * Forces the step to disk, all of it or nothing.
   *
   * @throws java.io.UncheckedIOException when it is not on disk; then it was not accepted
   */
  void append(DraftStep step);

  /** Forces an edit that is a step of its own to disk. */
  default void append(DraftEdit edit) {
    append(DraftStep.of(edit));
  }

  /** The steps behind this sequence, in order; a torn tail is cut off when opened. */
  List<DraftStep> after(long sequence);

  @Override
  void close();
}
