package org.ontodraft.app.ui.editor;

import java.util.function.IntConsumer;
import javafx.scene.control.TextField;

/** A line of text that does not swallow a clipboard of megabytes. */
final class LimitedTextField extends TextField {
  private final IntConsumer tooLong;

  LimitedTextField(IntConsumer tooLong) {
    this.tooLong = tooLong;
  }

  @Override
  public void paste() {
    if (PasteLimit.allows(this, tooLong)) {
      super.paste();
    }
  }
}
