package org.ontodraft.model.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables and blocks of a case document. */
public final class CasesDocument {
  private CasesDocument() {}

  /** The rows, cell by cell, of the table below this heading. */
  public static List<List<String>> rows(Path document, String heading) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : lines(document)) {
      if (line.startsWith("#")) {
        inside = line.equals("## " + heading);
      }
      String[] cells = line.split("\\|", -1);
      if (inside && cells.length > 2 && cells[1].strip().matches("[A-Z]\\d+[a-z]?")) {
        rows.add(Stream.of(cells).map(String::strip).toList().subList(1, cells.length - 1));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException(document + " has no rows below " + heading);
    }
    return rows;
  }

  /** The lines of the fenced block with this word behind its fence. */
  public static List<String> block(Path document, String word) {
    List<String> block = new ArrayList<>();
    boolean inside = false;
    for (String line : lines(document)) {
      if (inside && line.startsWith("```")) {
        return block;
      }
      if (inside) {
        block.add(line);
      }
      inside |= line.equals("```" + word);
    }
    throw new IllegalStateException(document + " has no block " + word);
  }

  private static List<String> lines(Path document) {
    try {
      return Files.readAllLines(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
