package org.ontodraft.app.ui.diff;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.WidthFirstPane;

/**
 * One of several panes, as large as there is room. The others stay, unseen: a node that leaves the
 * scene is styled from nothing when it comes back.
 */
final class ShownPane extends WidthFirstPane {
  private @Nullable Region shown;

  /** Shows this one. */
  void show(Region pane) {
    @Nullable Region before = shown;
    if (pane == before) {
      return;
    }
    shown = pane;
    if (before != null) {
      before.setVisible(false);
      before.setManaged(false);
    }
    pane.setManaged(true);
    pane.setVisible(true);
    if (pane.getParent() != this) {
      getChildren().add(pane);
    }
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    Region pane = shown;
    return pane == null ? 0 : pane.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    Region pane = shown;
    if (pane != null) {
      pane.resizeRelocate(0, 0, getWidth(), getHeight());
    }
  }
}
