package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a page and what each belongs to, found by looking at how lines begin and nothing
 * else: a parameter or annotation by its name in lower case, a category line, the rest.
 */
record PageLines(List<Line> lines) {
  private static final Pattern PARAMETER =
      Pattern.compile("^\\s*\\|\\s*([^=|]*?)\\s*=.*", Pattern.DOTALL);
  private static final Pattern ANNOTATION =
      Pattern.compile("^\\s*\\[\\[\\s*([^:\\[]*?)\\s*::.*", Pattern.DOTALL);
  private static final Pattern CATEGORY =
      Pattern.compile("^\\s*\\[\\[ ?[Cc]ategory ?:.*\\]\\]\\s*$", Pattern.DOTALL);

  /** A line with its line end, and the name of what it belongs to. */
  record Line(String owner, String text) {}

  static PageLines of(String page) {
    List<Line> lines = new ArrayList<>();
    boolean inBlock = false;
    String owner = "";
    for (String text : page.split("(?<=\n)", -1)) {
      if (text.contains("OntologySync Start")) {
        inBlock = true;
        owner = "";
      } else if (text.contains("OntologySync End")) {
        inBlock = false;
        owner = "";
      } else if (inBlock) {
        owner = name(PARAMETER, text).or(() -> name(ANNOTATION, text)).orElse(owner);
        owner = text.strip().startsWith("}}") ? "" : owner;
      } else {
        boolean own = CATEGORY.matcher(text).matches() && !text.contains("managed");
        owner = own ? "categories" : "text";
      }
      boolean note = inBlock && text.strip().startsWith("<!--");
      lines.add(new Line(note ? "" : owner, text));
    }
    return new PageLines(List.copyOf(lines));
  }

  private static Optional<String> name(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT).replace(' ', '_'))
        : Optional.empty();
  }

  /** The text without the lines of one owner. */
  List<String> without(String owner) {
    return lines.stream().filter(line -> !line.owner().equals(owner)).map(Line::text).toList();
  }
}
