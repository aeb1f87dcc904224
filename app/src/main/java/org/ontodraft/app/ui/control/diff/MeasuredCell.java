package org.ontodraft.app.ui.control.diff;

import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A cell that is as wide as its list and as high as its content is at that width. */
public abstract class MeasuredCell<T> extends ListCell<T> {
  private @Nullable Region content;

  /** Shows this, or nothing. */
  protected final void fill(@Nullable Region shown) {
    content = shown;
    setGraphic(shown);
    requestLayout();
    if (shown == null) {
      setAccessibleText(null);
    }
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
