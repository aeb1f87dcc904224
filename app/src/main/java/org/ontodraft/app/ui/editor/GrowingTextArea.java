package org.ontodraft.app.ui.editor;

import java.util.function.IntConsumer;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** A text area that is as high as its text, within bounds. Tab leaves it. */
final class GrowingTextArea extends TextArea {
  /** Beyond this, measuring each key stroke would be felt; the area has its full height then. */
  private static final int MEASURED = 20_000;

  /** Two, since each keeps what it measured until its text, font or width changes. */
  private final Text ruler = new Text();

  private final Text line = new Text("X");
  private final int leastRows;
  private final int mostRows;
  private final IntConsumer tooLong;

  GrowingTextArea(int leastRows, int mostRows, IntConsumer tooLong) {
    this.tooLong = tooLong;
    this.leastRows = leastRows;
    this.mostRows = mostRows;
    setWrapText(true);
    setPrefRowCount(leastRows);
    textProperty().subscribe(now -> requestLayout());
    addEventFilter(KeyEvent.KEY_PRESSED, this::leaveOnTab);
  }

  @Override
  public void paste() {
    if (PasteLimit.allows(this, tooLong)) {
      super.paste();
    }
  }

  private void leaveOnTab(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
      requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      event.consume();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    line.setFont(getFont());
    double row = line.getLayoutBounds().getHeight();
    double frame = snappedTopInset() + snappedBottomInset() + row * 0.8;
    double room = (width < 0 ? getWidth() : width) - row;
    if (room <= 0 || getLength() > MEASURED) {
      return frame + row * (getLength() > MEASURED ? mostRows : leastRows);
    }
    ruler.setFont(getFont());
    ruler.setWrappingWidth(room);
    ruler.setText(getText());
    double text = ruler.getLayoutBounds().getHeight();
    return frame + Math.clamp(text, row * leastRows, row * mostRows);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }
}
