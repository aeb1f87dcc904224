package org.ontodraft.app.ui.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table as descriptions have it: a line of names, a line of dashes, and a line for each row.
 *
 * @param right for each column, whether its values stand at the right, as numbers do
 * @param rows the names first; each row has as many values as there are columns
 */
record MarkdownTable(List<Boolean> right, List<List<String>> rows) {
  private static final Pattern DASHES = Pattern.compile(":?-+:?");

  MarkdownTable {
    right = List.copyOf(right);
    rows = List.copyOf(rows);
  }

  /**
   * Reads lines that begin with a bar.
   *
   * @return empty where the second line is not one of dashes, with as many as there are names
   */
  static Optional<MarkdownTable> of(List<String> lines) {
    if (lines.size() < 2) {
      return Optional.empty();
    }
    List<String> names = values(lines.getFirst());
    List<String> dashes = values(lines.get(1));
    if (dashes.size() != names.size()
        || !dashes.stream().allMatch(each -> DASHES.matcher(each).matches())) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>(List.of(names));
    for (String line : lines.subList(2, lines.size())) {
      List<String> row = values(line);
      // As a forge does it: what is missing is empty, and what is too much is not shown.
      rows.add(
          IntStream.range(0, names.size())
              .mapToObj(column -> column < row.size() ? row.get(column) : "")
              .toList());
    }
    return Optional.of(
        new MarkdownTable(
            dashes.stream().map(each -> each.endsWith(":") && !each.startsWith(":")).toList(),
            rows));
  }

  /** What stands between the bars of a line; a bar behind a backslash is one of the text. */
  private static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    String inner = line.strip().substring(1);
    for (int i = 0; i < inner.length(); i++) {
      char at = inner.charAt(i);
      if (at == '\\' && i + 1 < inner.length() && inner.charAt(i + 1) == '|') {
        value.append('|');
        i++;
      } else if (at == '|') {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(at);
      }
    }
    if (!value.toString().isBlank()) {
      values.add(value.toString().strip());
    }
    return values;
  }
}
