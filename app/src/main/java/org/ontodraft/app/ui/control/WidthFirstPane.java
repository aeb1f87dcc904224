package org.ontodraft.app.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;

/**
 * A pane that takes whatever width it is given and asks for the height that it needs then, and no
 * less. What inherits it says how high that is, and lays its children out.
 */
public abstract class WidthFirstPane extends Pane {
  /** A pane without children yet. */
  protected WidthFirstPane() {}

  @Override
  public final Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected final double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected final double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected final double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected abstract double computePrefHeight(double width);

  @Override
  protected abstract void layoutChildren();
}
