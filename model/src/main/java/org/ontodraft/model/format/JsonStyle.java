package org.ontodraft.model.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.format.JsonSpan.Items;
import org.ontodraft.model.format.JsonSpan.Member;
import org.ontodraft.model.format.JsonSpan.Members;
import org.ontodraft.model.format.JsonSpan.Scalar;

/**
 * How a file is laid out, as far as new text in it must know.
 *
 * @param lineBreak what ends a line
 * @param indent one step of indentation
 * @param colon what stands between a name and its value
 * @param comma what stands between two items on one line
 * @param padding what stands inside the brackets of a list on one line
 * @param arrays whether short lists stand on one line
 * @param strings how strings are escaped
 */
record JsonStyle(
    String lineBreak,
    String indent,
    String colon,
    String comma,
    String padding,
    Arrays arrays,
    StringStyle strings) {

  /** Where the items of a list of scalars stand. */
  enum Arrays {
    /** On one line while that is at most {@link #LINE_WIDTH} long, else one to a line. */
    FITTING,
    ONE_LINE,
    EXPLODED
  }

  static final int LINE_WIDTH = 80;

  private static final JsonStyle HOUSE =
      new JsonStyle("\n", "  ", ": ", ", ", "", Arrays.FITTING, StringStyle.PLAIN);

  /** The style of a new file beside this one. */
  static JsonStyle ofSibling(@Nullable String sibling) {
    return sibling == null ? HOUSE : of(sibling, null);
  }

  /** The style of a text; what it gives no example of is as in the sibling. */
  static JsonStyle of(String text, @Nullable String sibling) {
    JsonSpan root = SpanScanner.scan(text);
    Evidence evidence = new Evidence(text);
    evidence.visit(root, 0);
    @Nullable Arrays arrays = evidence.arrays();
    if (arrays == null) {
      arrays = sibling == null ? Arrays.FITTING : of(sibling, null).arrays();
    }
    return new JsonStyle(
        lineBreakOf(text),
        evidence.indent == null ? HOUSE.indent() : evidence.indent,
        evidence.colon == null ? HOUSE.colon() : evidence.colon,
        evidence.comma(),
        evidence.padding == null ? "" : evidence.padding,
        arrays,
        StringStyle.of(text));
  }

  private static String lineBreakOf(String text) {
    int feed = text.indexOf('\n');
    if (feed > 0 && text.charAt(feed - 1) == '\r') {
      return "\r\n";
    }
    return feed < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
  }

  /** Where the last line break of some white space begins, or -1. */
  static int lastLineBreak(String space) {
    int last = Math.max(space.lastIndexOf('\n'), space.lastIndexOf('\r'));
    boolean pair = last > 0 && space.charAt(last) == '\n' && space.charAt(last - 1) == '\r';
    return pair ? last - 1 : last;
  }

  /** What follows the last line break of some white space, which must have one. */
  static String indentOf(String space) {
    return space.substring(Math.max(space.lastIndexOf('\n'), space.lastIndexOf('\r')) + 1);
  }

  private static final class Evidence {
    private final String text;
    private @Nullable String indent;
    private @Nullable String colon;
    private @Nullable String comma;
    private @Nullable String padding;
    private boolean explodedThoughShort;
    private boolean oneLineThoughLong;
    private boolean shortOnOneLine;

    Evidence(String text) {
      this.text = text;
    }

    void visit(JsonSpan span, int depth) {
      switch (span) {
        case Scalar _ -> {}
        case Members(var start, var end, var members) -> {
          for (Member member : members) {
            String between = text.substring(member.nameEnd(), member.value().start());
            if (colon == null && lastLineBreak(between) < 0) {
              colon = between;
            }
            visit(member.value(), depth + 1);
          }
          List<Integer> starts = members.stream().map(Member::start).toList();
          List<Integer> ends = members.stream().map(member -> member.value().end()).toList();
          look(start, starts, ends, depth);
        }
        case Items(var start, var end, var items) -> {
          items.forEach(item -> visit(item, depth + 1));
          List<Integer> starts = items.stream().map(JsonSpan::start).toList();
          List<Integer> ends = items.stream().map(JsonSpan::end).toList();
          look(start, starts, ends, depth);
          if (!items.isEmpty() && items.stream().allMatch(Scalar.class::isInstance)) {
            weigh(start, end, items);
          }
        }
      }
    }

    private void look(int start, List<Integer> starts, List<Integer> ends, int depth) {
      if (starts.isEmpty()) {
        return;
      }
      String lead = text.substring(start + 1, starts.getFirst());
      if (depth == 0 && lastLineBreak(lead) >= 0) {
        indent = indentOf(lead);
      }
      if (starts.size() > 1 && comma == null) {
        String between = text.substring(ends.getFirst(), starts.get(1));
        comma = lastLineBreak(between) < 0 ? between : null;
      }
    }

    private void weigh(int start, int end, List<JsonSpan> items) {
      String whole = text.substring(start, end);
      if (lastLineBreak(whole) < 0) {
        if (padding == null) {
          padding = text.substring(start + 1, items.getFirst().start());
        }
        boolean isLong = column(start) + whole.length() > LINE_WIDTH;
        oneLineThoughLong |= isLong;
        shortOnOneLine |= !isLong;
      } else {
        int length = items.stream().mapToInt(item -> item.end() - item.start() + 2).sum();
        explodedThoughShort |= column(start) + length <= LINE_WIDTH;
      }
    }

    private int column(int at) {
      String before = text.substring(Math.max(0, at - LINE_WIDTH), at);
      return before.length() - 1 - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
    }

    @Nullable Arrays arrays() {
      if (explodedThoughShort) {
        return shortOnOneLine || oneLineThoughLong ? Arrays.FITTING : Arrays.EXPLODED;
      }
      if (oneLineThoughLong) {
        return Arrays.ONE_LINE;
      }
      return shortOnOneLine ? Arrays.FITTING : null;
    }

    String comma() {
      if (comma != null) {
        return comma;
      }
      return colon != null && colon.equals(":") ? "," : HOUSE.comma();
    }
  }
}
