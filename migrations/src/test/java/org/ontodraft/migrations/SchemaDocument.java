package org.ontodraft.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The lists of {@code docs/schema.md}. */
final class SchemaDocument {
  private static final Path PAGE = Path.of("../docs/schema.md");

  private SchemaDocument() {}

  /** What the blocks for this database, or for both, list of their tables; sorted. */
  static List<String> lines(String database) throws IOException {
    TreeSet<String> lines = new TreeSet<>();
    String start = "```text " + database + " ";
    String table = "";
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("```")) {
        table = line.startsWith(start) ? line.substring(start.length()) : "";
      } else if (!table.isEmpty() && !line.isEmpty()) {
        lines.add(table + " " + line);
      }
    }
    return new ArrayList<>(lines);
  }

  /** Keeps what a database has, to be compared with the page by hand. */
  static Path keep(String database, Collection<String> lines) throws IOException {
    Path found = Path.of("target/schema-" + database + ".txt");
    Files.createDirectories(found.toAbsolutePath().getParent());
    return Files.write(found, lines);
  }
}
