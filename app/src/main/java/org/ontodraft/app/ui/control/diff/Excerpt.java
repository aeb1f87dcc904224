package org.ontodraft.app.ui.control.diff;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.diff.FieldChange.Span;

/**
 * What of a text is shown where there is little room: what differs, with some of what stands round
 * it.
 *
 * @param spans with an ellipsis where something is left out
 * @param hidden how many characters are left out
 */
record Excerpt(List<Span> spans, int hidden) {
  /** Of a run that is the same on both sides, next to a change. */
  private static final int AROUND = 80;

  /** Of a run that differs, or of a text in which nothing does. */
  private static final int RUN = 200;

  private static final int ALL = 800;
  private static final String ELLIPSIS = "\u2026";

  Excerpt {
    spans = List.copyOf(spans);
  }

  static Excerpt of(List<Span> text) {
    List<Span> shown = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < text.size() && length < ALL; i++) {
      Span span = text.get(i);
      boolean whole = span.changed() || text.size() == 1;
      String part =
          whole
              ? cut(span.text(), RUN, 0)
              : cut(span.text(), i == 0 ? 0 : AROUND, i == text.size() - 1 ? 0 : AROUND);
      shown.add(new Span(part, span.changed()));
      boolean cut = part.length() < span.text().length();
      length += cut ? part.length() - ELLIPSIS.length() : part.length();
    }
    return new Excerpt(shown, text.stream().mapToInt(span -> span.text().length()).sum() - length);
  }

  /** The first and the last characters of a text; all of it where that saves little. */
  private static String cut(String text, int first, int last) {
    if (text.length() <= first + last + AROUND) {
      return text;
    }
    int head = Character.isLowSurrogate(text.charAt(first)) ? first + 1 : first;
    int tail = text.length() - last;
    if (tail < text.length() && Character.isLowSurrogate(text.charAt(tail))) {
      tail++;
    }
    return text.substring(0, head) + ELLIPSIS + text.substring(tail);
  }
}
