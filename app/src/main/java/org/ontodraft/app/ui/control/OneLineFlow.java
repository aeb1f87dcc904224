package org.ontodraft.app.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** Asks for the width of one line, and wraps where it does not get it. FX thread. */
public final class OneLineFlow extends FlowPane {
  /** Without children. */
  public OneLineFlow() {
    setMinWidth(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = snappedLeftInset() + snappedRightInset();
    double gap = 0;
    for (Node child : getManagedChildren()) {
      width += gap + snapSizeX(child.prefWidth(-1));
      gap = snapSpaceX(getHgap());
    }
    return width;
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
  }
}
