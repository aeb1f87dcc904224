package org.ontodraft.app.ui.submit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/**
 * A description as it reads: headings, lists, tables and paragraphs. Everything is text, also what
 * looks like a tag or an address; nothing is fetched or run.
 */
final class MarkdownText extends VBox {
  MarkdownText() {
    getStyleClass().add("markdown");
  }

  void show(String source) {
    List<Node> lines = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    List<String> table = new ArrayList<>();
    for (String line : source.lines().toList()) {
      if (line.strip().startsWith("|")) {
        end(paragraph, lines);
        table.add(line);
        continue;
      }
      endTable(table, lines);
      boolean plain =
          !line.isBlank() && !line.startsWith("#") && !line.matches("\\s*([-*]|\\d+\\.).*");
      if (plain) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        continue;
      }
      end(paragraph, lines);
      if (line.startsWith("#")) {
        String heading = line.replaceFirst("^#+\\s*", "");
        lines.add(styled(heading, line.startsWith("###") ? "strong-text" : "section-text"));
      } else if (!line.isBlank()) {
        lines.add(styled(line.replaceFirst("^(\\s*)[-*]\\s+", "$1\u2022 "), "markdown-item"));
      }
    }
    end(paragraph, lines);
    endTable(table, lines);
    getChildren().setAll(lines);
  }

  /** Lines with bars that are no table stay as they were written. */
  private static void endTable(List<String> table, List<Node> lines) {
    MarkdownTable.of(table)
        .ifPresentOrElse(
            read -> lines.add(grid(read)),
            () -> table.forEach(line -> lines.add(styled(line.strip(), "mono-text"))));
    table.clear();
  }

  private static GridPane grid(MarkdownTable table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("markdown-table");
    for (int row = 0; row < table.rows().size(); row++) {
      List<String> values = table.rows().get(row);
      for (int column = 0; column < values.size(); column++) {
        Label cell = styled(values.get(column), row == 0 ? "strong-text" : "markdown-cell");
        GridPane.setHalignment(cell, table.right().get(column) ? HPos.RIGHT : HPos.LEFT);
        grid.add(cell, column, row);
      }
    }
    return grid;
  }

  private static void end(StringBuilder paragraph, List<Node> lines) {
    if (!paragraph.isEmpty()) {
      lines.add(styled(paragraph.toString(), "markdown-paragraph"));
      paragraph.setLength(0);
    }
  }

  private static Label styled(String text, String style) {
    Label label = new Label(text.replace("**", "").replace("`", ""));
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
