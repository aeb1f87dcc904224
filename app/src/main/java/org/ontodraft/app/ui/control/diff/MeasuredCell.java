package org.ontodraft.app.ui.control.diff;

import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is as wide as its list and as high as its content is at that width. What it showed
 * stays in it, unseen, while it shows nothing: a node that leaves the scene is styled from nothing
 * when it comes back, and a list empties the cell it measures rows with after each of them.
 */
public abstract class MeasuredCell<T> extends ListCell<T> {
  private @Nullable Region content;

  /** Shows this, or nothing. */
  protected final void fill(@Nullable Region shown) {
    @Nullable Region before = content;
    content = shown;
    if (shown == null) {
      setAccessibleText(null);
      if (before != null) {
        see(before, false);
      }
    } else {
      see(shown, true);
      setGraphic(shown);
    }
    requestLayout();
  }

  private static void see(Region shown, boolean seen) {
    shown.setVisible(seen);
    shown.setManaged(seen);
  }

  @Override
  protected final double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected final double computePrefHeight(double width) {
    Region shown = content;
    return shown == null
        ? super.computePrefHeight(width)
        : snapSizeY(
            shown.prefHeight(width - snappedLeftInset() - snappedRightInset())
                + snappedTopInset()
                + snappedBottomInset());
  }

  @Override
  protected final void layoutChildren() {
    super.layoutChildren();
    Region shown = content;
    if (shown != null) {
      shown.resizeRelocate(
          snappedLeftInset(),
          snappedTopInset(),
          getWidth() - snappedLeftInset() - snappedRightInset(),
          getHeight() - snappedTopInset() - snappedBottomInset());
    }
  }
}
