package org.ontodraft.app.service.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;

/**
 * Two texts aligned by line with as few differences as there can be, which is what {@code git diff}
 * counts. A line ends at {@code \n} alone, and a last line without one is another line.
 *
 * @param lines every line of both texts; of a replaced run, the base's come first
 */
public record LineDiff(List<Line> lines) {
  public LineDiff {
    lines = List.copyOf(lines);
  }

  /** Aligns two texts; empty stands for a file that is not there. */
  public static LineDiff between(String base, String mine) {
    List<String> before = split(base);
    List<String> after = split(mine);
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int tail = 0;
    while (tail < shorter - start && fromEnd(before, tail).equals(fromEnd(after, tail))) {
      tail++;
    }
    boolean[] gone = new boolean[before.size()];
    boolean[] fresh = new boolean[after.size()];
    compare(
        before.subList(start, before.size() - tail),
        after.subList(start, after.size() - tail),
        gone,
        fresh,
        start);
    return new LineDiff(interleave(before, after, gone, fresh));
  }

  /** Lines that are only in the later text. */
  public int added() {
    return count(Side.MINE_ONLY);
  }

  /** Lines that are only in the earlier text. */
  public int removed() {
    return count(Side.BASE_ONLY);
  }

  private int count(Side side) {
    return (int) lines.stream().filter(line -> line.side() == side).count();
  }

  private static String fromEnd(List<String> lines, int index) {
    return lines.get(lines.size() - 1 - index);
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  /**
   * Marks what differs. Lines that the other side has nowhere can match nothing, so only the rest
   * is compared: that keeps two files without a common line from costs that grow with their
   * product.
   */
  private static void compare(
      List<String> before, List<String> after, boolean[] gone, boolean[] fresh, int offset) {
    Map<String, Integer> ids = new HashMap<>();
    before.forEach(line -> ids.putIfAbsent(line, ids.size()));
    int shared = ids.size();
    int[] right =
        after.stream().mapToInt(line -> ids.computeIfAbsent(line, k -> ids.size())).toArray();
    boolean[] found = new boolean[shared];
    for (int id : right) {
      if (id < shared) {
        found[id] = true;
      }
    }
    Numbered a = new Numbered(before.size());
    for (int i = 0; i < before.size(); i++) {
      int id = ids.getOrDefault(before.get(i), -1);
      gone[offset + i] = !a.addIf(found[id], id, offset + i);
    }
    Numbered b = new Numbered(after.size());
    for (int i = 0; i < after.size(); i++) {
      fresh[offset + i] = !b.addIf(right[i] < shared, right[i], offset + i);
    }
    for (Edit edit : MyersDiff.INSTANCE.diff(new ById(), a, b)) {
      for (int i = edit.getBeginA(); i < edit.getEndA(); i++) {
        gone[a.places[i]] = true;
      }
      for (int i = edit.getBeginB(); i < edit.getEndB(); i++) {
        fresh[b.places[i]] = true;
      }
    }
  }

  private static List<Line> interleave(
      List<String> before, List<String> after, boolean[] gone, boolean[] fresh) {
    List<Line> lines = new ArrayList<>(Math.max(before.size(), after.size()));
    int left = 0;
    int right = 0;
    while (left < before.size() || right < after.size()) {
      if (left < before.size() && gone[left]) {
        lines.add(new Line(withoutEnd(before.get(left++)), Side.BASE_ONLY));
      } else if (right < after.size() && fresh[right]) {
        lines.add(new Line(withoutEnd(after.get(right++)), Side.MINE_ONLY));
      } else {
        lines.add(new Line(withoutEnd(after.get(right++)), Side.BOTH));
        left++;
      }
    }
    return lines;
  }

  private static String withoutEnd(String line) {
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }

  /** Lines as numbers, with their places in the text. */
  private static final class Numbered extends Sequence {
    private final int[] ids;
    private final int[] places;
    private int size;

    Numbered(int capacity) {
      ids = new int[capacity];
      places = new int[capacity];
    }

    boolean addIf(boolean wanted, int id, int place) {
      if (wanted) {
        ids[size] = id;
        places[size++] = place;
      }
      return wanted;
    }

    @Override
    public int size() {
      return size;
    }
  }

  private static final class ById extends SequenceComparator<Numbered> {
    @Override
    public boolean equals(Numbered a, int ai, Numbered b, int bi) {
      return a.ids[ai] == b.ids[bi];
    }

    @Override
    public int hash(Numbered lines, int index) {
      return lines.ids[index];
    }
  }
}
