package org.ontodraft.app.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Sentences beside each other where they fit in one line; else the first above the second, or one
 * alone over two lines. What does not fit then is cut. FX thread.
 */
public final class SentenceLines extends Pane {
  /** Between two sentences, in heights of their line. */
  private static final double GAP = 0.3;

  /** Without sentences. */
  public SentenceLines() {
    setMinWidth(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    List<Node> said = getManagedChildren();
    double gaps = Math.max(0, said.size() - 1) * snapSpaceX(GAP * line());
    return said.stream().mapToDouble(each -> snapSizeX(each.prefWidth(-1))).sum() + gaps;
  }

  @Override
  protected double computeMinHeight(double width) {
    return line();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 2 * line();
  }

  private double line() {
    return getManagedChildren().stream()
        .mapToDouble(each -> snapSizeY(each.prefHeight(Double.MAX_VALUE)))
        .max()
        .orElse(0);
  }

  @Override
  protected void layoutChildren() {
    List<Node> said = getManagedChildren();
    double line = line();
    double x = 0;
    if (prefWidth(-1) <= getWidth()) {
      double y = snapPositionY((getHeight() - line) / 2);
      for (Node each : said) {
        double width = snapSizeX(each.prefWidth(-1));
        each.resizeRelocate(x, y, width, line);
        x += width + snapSpaceX(GAP * line);
      }
      return;
    }
    double each = said.size() == 1 ? 2 * line : line;
    double y = snapPositionY((getHeight() - 2 * line) / 2);
    for (Node sentence : said) {
      sentence.resizeRelocate(0, y, getWidth(), each);
      y += each;
    }
  }
}
