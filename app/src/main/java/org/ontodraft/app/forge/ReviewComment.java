package org.ontodraft.app.forge;

import java.time.Instant;

/**
 * A comment on a pull request, as text: nothing in it is ever run or shown as a page.
 *
 * @param thread what it belongs to; an answer names it
 * @param path the file it is about; empty for one about the whole
 * @param firstLine the first line of the file it is about; the same as the last for one line
 * @param line the line of the file at the pull request's newest commit; 0 when the line is no
 *     longer there
 * @param at when it was written, by the forge's clock
 * @param resolution whether its thread is settled
 */
public record ReviewComment(
    String id,
    String thread,
    String author,
    String path,
    int firstLine,
    int line,
    String text,
    Instant at,
    Resolution resolution) {
  /** Whether a thread is settled, as far as the forge says. */
  public enum Resolution {
    OPEN,
    RESOLVED,
    /** The forge does not say so of this one. */
    NOT_TOLD
  }

  /** One of which the forge does not say whether it is settled. */
  public ReviewComment(
      String id,
      String thread,
      String author,
      String path,
      int firstLine,
      int line,
      String text,
      Instant at) {
    this(id, thread, author, path, firstLine, line, text, at, Resolution.NOT_TOLD);
  }

  /** Whether it is about the pull request as a whole. */
  public boolean general() {
    return path.isEmpty();
  }
}
