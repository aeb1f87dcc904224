package org.ontodraft.app.ui.common;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/** What the desktop prefers. FX thread. */
public final class ThemePreferences {
  /** Light or dark, as the desktop has it now and later. */
  public ObservableValue<ColorScheme> colorScheme() {
    return Platform.getPreferences().colorSchemeProperty();
  }

  /** Whether the desktop asks for less motion. */
  public ObservableValue<Boolean> reducedMotion() {
    return Platform.getPreferences().reducedMotionProperty();
  }
}
