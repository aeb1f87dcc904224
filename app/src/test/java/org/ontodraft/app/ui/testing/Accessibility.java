package org.ontodraft.app.ui.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;

/** What a screen reader would meet in silence. */
public final class Accessibility {
  private Accessibility() {}

  /** The nodes that can have the focus and have no name: no text, no label, no accessible text. */
  public static List<String> unnamed(Parent root) {
    List<Node> nodes = new ArrayList<>();
    collect(root, nodes);
    Set<Node> labelled = new HashSet<>();
    for (Node node : nodes) {
      if (node instanceof Label label && label.getLabelFor() != null) {
        labelled.add(label.getLabelFor());
      }
    }
    return nodes.stream()
        .filter(Node::isFocusTraversable)
        .filter(node -> !labelled.contains(node) && !hasName(node))
        .map(Node::toString)
        .toList();
  }

  private static boolean hasName(Node node) {
    String text = node.getAccessibleText();
    if (text != null && !text.isBlank()) {
      return true;
    }
    return switch (node) {
      case Labeled labeled -> labeled.getText() != null && !labeled.getText().isBlank();
      // Their items speak for them.
      case MenuBar bar -> true;
      case TabPane tabs -> true;
      case ScrollPane pane -> true;
      default -> false;
    };
  }

  private static void collect(Node node, List<Node> into) {
    if (!node.isVisible()) {
      return;
    }
    into.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }
}
