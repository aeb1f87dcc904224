package org.ontodraft.app.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Moves the focus from pane to pane, over those that are shown. FX thread. */
final class PaneCycle {
  private final List<Pane> panes;

  /** A pane and how it takes the focus. */
  record Pane(Node node, Runnable focus) {}

  PaneCycle(List<Pane> panes) {
    this.panes = List.copyOf(panes);
  }

  /** Goes so many panes on; from outside any pane to the first. */
  void step(int by) {
    List<Pane> shown = panes.stream().filter(pane -> isShown(pane.node())).toList();
    if (shown.isEmpty()) {
      return;
    }
    int present = -1;
    for (int i = 0; i < shown.size(); i++) {
      if (hasFocus(shown.get(i).node())) {
        present = i;
      }
    }
    int next = present < 0 ? 0 : Math.floorMod(present + by, shown.size());
    shown.get(next).focus().run();
  }

  private static boolean isShown(Node node) {
    Node at = node;
    while (at != null) {
      if (!at.isVisible()) {
        return false;
      }
      at = at.getParent();
    }
    return node.getScene() != null;
  }

  private static boolean hasFocus(Node pane) {
    Scene scene = pane.getScene();
    Node at = scene == null ? null : scene.getFocusOwner();
    while (at != null) {
      if (at == pane) {
        return true;
      }
      at = at.getParent();
    }
    return false;
  }
}
