package org.ontodraft.model.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Edits of a repository in both formats, over few names, so that dashboards lose pages, files
 * break, collide and come back all the time.
 */
public final class MixedHistory {
  private MixedHistory() {}

  /** Some files to write, or to delete where the text is null. */
  public static Map<String, @Nullable String> edits(RandomGenerator random) {
    Map<String, @Nullable String> edits = new HashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String name = pick(random, "Foo", "foo", "Bar");
      String path =
          switch (random.nextInt(5)) {
            case 0 -> "dashboards/" + name + ".json";
            case 1 -> "dashboards/" + name + ".wikitext";
            case 2, 3 -> "dashboards/" + name + "/" + pick(random, "A", "a", "B/C") + ".wikitext";
            default -> "templates/" + name + pick(random, ".json", ".wikitext");
          };
      edits.put(
          path,
          switch (random.nextInt(7)) {
            case 0, 1 -> null;
            case 2 -> "{broken";
            default ->
                path.endsWith(".json")
                    ? "{\"id\": \"%s\", \"label\": \"%s\"}".formatted(name, random.nextInt(3))
                    : root("text " + random.nextInt(3));
          });
    }
    return edits;
  }

  /** The root page of a dashboard with this text. */
  public static String root(String text) {
    return "<!-- OntologySync Start -->\n{{Dashboard\n|has_description=d\n}}\n"
        + "<!-- OntologySync End -->\n[[Category:Dashboard]]\n\n"
        + text
        + "\n";
  }

  private static String pick(RandomGenerator random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
