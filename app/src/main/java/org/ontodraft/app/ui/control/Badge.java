package org.ontodraft.app.ui.control;

import java.text.NumberFormat;
import java.util.Locale;
import javafx.scene.control.Label;

/** A small count beside a name. */
public final class Badge extends Label {
  /** A badge without a count. */
  public Badge() {
    getStyleClass().add("badge");
  }

  /** A badge that shows a count. */
  public static Badge of(long count) {
    Badge badge = new Badge();
    badge.show(count);
    return badge;
  }

  /** Shows a count. */
  public void show(long count) {
    setText(NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count));
  }
}
