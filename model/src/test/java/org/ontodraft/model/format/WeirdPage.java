package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Writes wikitext pages the way people and tools do, in a layout drawn from a seed. */
final class WeirdPage {
  private static final List<String> TEXTS =
      List.of(
          "plain",
          "a, b, and c",
          "x=1 | y=2",
          "see {{PAGENAME}} and {{Box|a=1|b={{Inner}}}}",
          "[[File:a.png|thumb|A b]] and [http://example.org x]",
          "a :: b",
          "<nowiki>{{</nowiki> kept",
          "café ☕ 日本",
          "'''bold''' &amp; <br/>",
          "{| class=x |}",
          "1.50");
  private static final List<String> TITLES = List.of("Agent", "Has name", "Thing_one", "eRA box");

  private final RandomGenerator random;
  private final boolean annotations;
  private final String lead;
  private final String equals;
  private final String comma;
  private final List<String> lines = new ArrayList<>();

  WeirdPage(RandomGenerator random) {
    this.random = random;
    this.annotations = random.nextBoolean();
    this.lead = pick("|", "|", "| ", " |", "\t| ");
    this.equals = pick("=", "=", " = ", "= ");
    this.comma = pick(", ", ", ", ",", " , ");
  }

  /** A page of this entity; every field its type knows may stand in it. */
  String print(EntityKey key) {
    lines.clear();
    if (random.nextInt(6) == 0) {
      lines.add("Read me first.");
      lines.add("");
    }
    lines.add("<!-- OntologySync Start -->");
    fields(key.type());
    lines.add("<!-- OntologySync End -->");
    if (key.type() == EntityType.RESOURCE) {
      lines.add("[[Category:SOP]]");
    }
    lines.add("[[Category:OntologySync-managed]]");
    if (key.type() == EntityType.RESOURCE && random.nextBoolean()) {
      lines.add(pick("[[Category:Safe thing]]", "[[ Category: Safe_thing ]]"));
    }
    if (random.nextInt(3) > 0) {
      text();
    }
    if (random.nextInt(5) == 0) {
      lines.add("");
      lines.add("[[Category:" + title() + "]]");
    }
    String end = pick("\n", "\n", "\n", "\r\n");
    String mark = random.nextInt(10) == 0 ? "\uFEFF" : "";
    String last = random.nextInt(4) == 0 ? "" : random.nextInt(8) == 0 ? end + end : end;
    return mark + String.join(end, lines) + last;
  }

  private void text() {
    lines.add("");
    for (int i = 0; i < 2 + random.nextInt(5); i++) {
      lines.add(pick("== Steps ==", "# " + pickText(), "", "{{Note|" + pickText() + "}}", "|x=1"));
    }
    lines.add("The end.");
  }

  private void fields(EntityType type) {
    String template = WikitextFields.template(type).orElse("SOP");
    if (!annotations) {
      lines.add("{{" + template);
    }
    blankOrComment();
    List<WikitextField> fields = new ArrayList<>(WikitextFields.of(type));
    fields.add(WikitextField.free("Has_own_ID"));
    fields.add(WikitextField.free("Has_number"));
    for (WikitextField field : fields) {
      if (random.nextInt(4) > 0) {
        field(field);
      }
    }
    if (annotations && lines.getLast().contains("Start")) {
      lines.add("[[Has description::only this]]");
    }
    if (!annotations) {
      lines.add("}}");
    }
  }

  private void field(WikitextField field) {
    List<String> items = new ArrayList<>();
    int count = field.isList() ? 1 + random.nextInt(3) : 1;
    for (int i = 0; i < count; i++) {
      items.add(
          switch (field.kind()) {
            case TEXT, FREE -> pickText();
            case KEY, KEYS -> title();
            case STRINGS -> pick("one", "two words", "three");
            case FLAG, CARDINALITY -> pick("Yes", "true", "No");
            case WHOLE -> pick("0", "2", "12");
          });
    }
    if (annotations) {
      for (String item : items) {
        boolean prefixed = !field.namespace().isEmpty() && random.nextInt(5) > 0;
        String value = prefixed ? field.namespace() + ":" + item : item;
        lines.add(
            pick("[[", "[[", "  [[", "[[ ")
                + field.annotation()
                + "::"
                + value
                + pick("]]", "]] "));
      }
    } else {
      String value = String.join(comma, items);
      if (field.kind() == WikitextField.Kind.TEXT && random.nextInt(8) == 0) {
        value += "\nand another line";
      }
      lines.addAll(List.of((lead + field.parameter() + equals + value).split("\n")));
    }
    blankOrComment();
  }

  private void blankOrComment() {
    if (annotations && random.nextInt(12) == 0) {
      lines.add(pick("", "<!-- a note -->"));
    }
  }

  private String title() {
    return TITLES.get(random.nextInt(TITLES.size()));
  }

  private String pickText() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
