package org.ontodraft.app.ui.editor;

import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import org.ontodraft.app.ui.control.TabLeaves;

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
    TabLeaves.install(this);
  }

  @Override
  public void paste() {
    if (PasteLimit.allows(this, tooLong)) {
      super.paste();
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
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }
}
