package org.ontodraft.app.service.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Issues that a pull request closes when it is merged.
 *
 * @param references as forges write them: {@code #12}, {@code owner/name#12}
 * @param unknown what was typed and is none
 */
public record IssueLinks(List<String> references, List<String> unknown) {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:[A-Za-z0-9_.-]{1,100}(?:/[A-Za-z0-9_.-]{1,100}){1,5})?#[1-9][0-9]{0,8}");

  public IssueLinks {
    references = List.copyOf(references);
    unknown = List.copyOf(unknown);
  }

  /** What was typed, with commas, spaces or {@code and} between; a bare number is an issue. */
  public static IssueLinks typed(String text) {
    List<String> found = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String word : text.split("[,;\\s]+")) {
      String reference = word.matches("[1-9][0-9]{0,8}") ? "#" + word : word;
      if (word.isEmpty() || word.equals("and")) {
        continue;
      }
      if (REFERENCE.matcher(reference).matches()) {
        if (!found.contains(reference)) {
          found.add(reference);
        }
      } else {
        unknown.add(word);
      }
    }
    return new IssueLinks(found, unknown);
  }

  /** A description that says so at its end, each issue once. */
  public String in(String body) {
    List<String> lines = new ArrayList<>();
    for (String reference : references) {
      String line = "Closes " + reference;
      if (body.lines().noneMatch(one -> one.strip().equalsIgnoreCase(line))) {
        lines.add(line);
      }
    }
    return lines.isEmpty()
        ? body
        : (body.isBlank() ? "" : body.stripTrailing() + "\n\n") + String.join("\n", lines) + "\n";
  }
}
