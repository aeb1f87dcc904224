package org.ontodraft.app.service.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ontodraft.app.forge.ReviewComment;

/**
 * Lines that a comment suggests in the place of others: a fenced block that begins with {@code
 * suggestion}, at GitLab with how many lines around the commented one it replaces.
 *
 * @param first the first line that is replaced, from 1
 * @param last the last one
 */
public record SuggestedLines(int first, int last, List<String> lines) {
  private static final Pattern FENCE =
      Pattern.compile("(`{3,})suggestion(?::-(\\d{1,4})\\+(\\d{1,4}))?\\s*");

  public SuggestedLines {
    lines = List.copyOf(lines);
  }

  /** What a comment suggests, in its order; nothing when its line is gone. */
  public static List<SuggestedLines> in(ReviewComment comment) {
    List<SuggestedLines> found = new ArrayList<>();
    if (comment.line() == 0) {
      return found;
    }
    List<String> lines = comment.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i).strip());
      int end = fence.matches() ? lines.subList(i + 1, lines.size()).indexOf(fence.group(1)) : -1;
      if (end >= 0) {
        boolean ranged = fence.group(2) != null;
        int first =
            ranged ? comment.line() - Integer.parseInt(fence.group(2)) : comment.firstLine();
        int last = ranged ? comment.line() + Integer.parseInt(fence.group(3)) : comment.line();
        found.add(new SuggestedLines(Math.max(1, first), last, lines.subList(i + 1, i + 1 + end)));
        i += end + 1;
      }
    }
    return found;
  }

  /**
   * A file with these lines in it.
   *
   * @param sent the file that the comment was made on
   * @param now the file as it is, in which the replaced lines may stand elsewhere
   * @return empty when the replaced lines are no longer there, or more than once
   */
  public Optional<String> in(String sent, String now) {
    List<String> before = split(sent);
    List<String> after = new ArrayList<>(split(now));
    if (last > before.size() || first > last) {
      return Optional.empty();
    }
    List<String> replaced = before.subList(first - 1, last);
    int at = place(replaced, after);
    if (at < 0) {
      return Optional.empty();
    }
    String end = replaced.getLast();
    String eol = end.endsWith("\r\n") ? "\r\n" : end.endsWith("\n") ? "\n" : "";
    List<String> suggested = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean open = eol.isEmpty() && i < lines.size() - 1;
      suggested.add(lines.get(i) + (open ? "\n" : eol));
    }
    List<String> range = after.subList(at, at + replaced.size());
    range.clear();
    after.addAll(at, suggested);
    return Optional.of(String.join("", after));
  }

  /** Where it was, or the one place where it is now; else -1. */
  private int place(List<String> replaced, List<String> after) {
    if (last <= after.size() && after.subList(first - 1, last).equals(replaced)) {
      return first - 1;
    }
    int only = Collections.indexOfSubList(after, replaced);
    return only == Collections.lastIndexOfSubList(after, replaced) ? only : -1;
  }

  private static List<String> split(String text) {
    return Arrays.asList(text.split("(?<=\n)"));
  }
}
