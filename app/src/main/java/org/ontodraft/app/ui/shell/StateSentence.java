package org.ontodraft.app.ui.shell;

/**
 * How the draft stands to upstream, in one sentence of up to four parts.
 *
 * @param about what is shown: {@code Based on 3 Nov.}
 * @param news what upstream did; may be empty
 * @param need what waits for the curator; may be empty
 * @param link the way to it; may be empty
 * @param upToDate whether upstream has not moved
 */
record StateSentence(String about, String news, String need, String link, boolean upToDate) {
  /** All parts as one text. */
  String text() {
    return String.join(" ", about, news, need).strip().replaceAll(" {2,}", " ");
  }
}
