package org.ontodraft.app.ui.submit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A description as it reads: headings, lists and paragraphs. Everything is text, also what looks
 * like a tag or an address; nothing is fetched or run.
 */
final class MarkdownText extends VBox {
  MarkdownText() {
    getStyleClass().add("markdown");
  }

  void show(String source) {
    List<Node> lines = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : source.lines().toList()) {
      boolean plain =
          !line.isBlank() && !line.startsWith("#") && !line.matches("\\s*([-*|]|\\d+\\.).*");
      if (plain) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        continue;
      }
      end(paragraph, lines);
      if (line.startsWith("#")) {
        String heading = line.replaceFirst("^#+\\s*", "");
        lines.add(styled(heading, line.startsWith("###") ? "strong-text" : "section-text"));
      } else if (line.strip().startsWith("|")) {
        lines.add(styled(line.strip(), "mono-text"));
      } else if (!line.isBlank()) {
        lines.add(styled(line.replaceFirst("^(\\s*)[-*]\\s+", "$1\u2022 "), "markdown-item"));
      }
    }
    end(paragraph, lines);
    getChildren().setAll(lines);
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
