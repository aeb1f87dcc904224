package org.ontodraft.app.ui.control;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/** The name of a key, drawn as its cap. */
public final class KeyCap extends Label {
  /** A cap with this text. */
  public KeyCap(String key) {
    super(key);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("key-cap");
  }

  /** A cap for a combination, as this system writes it. */
  public static KeyCap of(KeyCombination key) {
    return new KeyCap(text(key));
  }

  /** A combination as a cap says it on this system. */
  public static String text(KeyCombination key) {
    // The last plus may be the key itself.
    return key.getDisplayText().replaceAll("\\+(?=.)", " ");
  }
}
