package org.ontodraft.app.ui.control.code;

import java.util.List;

/** The grammars that are coloured. */
public enum CodeLanguage {
  JSON,
  WIKITEXT;

  /** Longer texts are shown in one colour: colouring them would be felt while typing. */
  public static final int MOST_COLOURED = 100_000;

  /**
   * The coloured parts of a text, in order and apart from each other; none of one that is longer
   * than {@link #MOST_COLOURED}. Never fails: what is no such text has fewer parts. Any thread.
   */
  public List<CodeSpan> spans(String text) {
    if (text.length() > MOST_COLOURED) {
      return List.of();
    }
    return switch (this) {
      case JSON -> JsonSpans.of(text);
      case WIKITEXT -> WikitextSpans.of(text);
    };
  }
}
