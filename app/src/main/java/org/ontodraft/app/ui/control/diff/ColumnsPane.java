package org.ontodraft.app.ui.control.diff;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.WidthFirstPane;

/**
 * A narrow first column and equal columns beside it; every column is as high as the highest. The
 * first is as wide as its style sheet says, an optional last one too.
 */
public final class ColumnsPane extends WidthFirstPane {
  /** Of the whole, the most that the first column takes. */
  private static final double WIDEST_FIRST = 0.3;

  private final Region first;
  private final List<? extends Region> equal;
  private final @Nullable Region last;

  /** A row of these columns, the equal ones up to the end. */
  public ColumnsPane(Region first, List<? extends Region> equal) {
    this(first, equal, null);
  }

  /** A row of these columns, the last as wide as its style sheet says. */
  public ColumnsPane(Region first, List<? extends Region> equal, @Nullable Region last) {
    this.first = first;
    this.last = last;
    this.equal = List.copyOf(equal);
    getStyleClass().add("columns");
    first.getStyleClass().add("first-column");
    getChildren().add(first);
    for (Region column : equal) {
      column.getStyleClass().add("column");
      getChildren().add(column);
    }
    if (last != null) {
      last.getStyleClass().addAll("column", "last-column");
      getChildren().add(last);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double inside = width - insets.getLeft() - insets.getRight();
    double firstWidth = firstWidth(inside);
    double columnWidth = columnWidth(inside);
    double height = first.prefHeight(firstWidth);
    for (Node column : equal) {
      height = Math.max(height, column.prefHeight(columnWidth));
    }
    if (last != null) {
      height = Math.max(height, last.prefHeight(lastWidth()));
    }
    return snapSizeY(height) + insets.getTop() + insets.getBottom();
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double height = getHeight() - insets.getTop() - insets.getBottom();
    double x = insets.getLeft();
    double inside = getWidth() - insets.getLeft() - insets.getRight();
    double firstWidth = firstWidth(inside);
    first.resizeRelocate(x, insets.getTop(), firstWidth, height);
    x += firstWidth;
    double columnWidth = columnWidth(inside);
    for (Node column : equal) {
      double left = snapPositionX(x);
      column.resizeRelocate(left, insets.getTop(), snapPositionX(x + columnWidth) - left, height);
      x += columnWidth;
    }
    if (last != null) {
      double left = snapPositionX(x);
      last.resizeRelocate(left, insets.getTop(), getWidth() - insets.getRight() - left, height);
    }
  }

  private double lastWidth() {
    return last == null ? 0 : snapSizeX(last.prefWidth(-1));
  }

  /** Where all is narrow the names of fields wrap, so that values keep some room. */
  private double firstWidth(double width) {
    return Math.min(snapSizeX(first.prefWidth(-1)), snapSizeX(width * WIDEST_FIRST));
  }

  private double columnWidth(double width) {
    return Math.max(0, (width - firstWidth(width) - lastWidth()) / equal.size());
  }
}
