package org.ontodraft.model.draft;

import java.util.List;

/**
 * Port to the journal file: an edit is acknowledged when {@link #append} returns. Blocking; not for
 * the FX thread.
 */
public interface EditJournal extends AutoCloseable {
  /** The sequence the next edit gets. */
  long nextSequence();

  /**
   * Forces the edit to disk.
   *
   * @throws java.io.UncheckedIOException when it is not on disk; then it was not accepted
   */
  void append(DraftEdit edit);

  /** The whole edits behind this sequence, in order; a torn tail is cut off when opened. */
  List<DraftEdit> after(long sequence);

  @Override
  void close();
}
