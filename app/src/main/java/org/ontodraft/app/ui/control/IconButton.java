package org.ontodraft.app.ui.control;

import javafx.scene.control.Button;
import org.ontodraft.app.ui.common.Hint;

/** A button that shows an icon alone and says its name in a tooltip and to screen readers. */
public final class IconButton extends Button {
  /** A plain icon button. */
  public IconButton(Glyph glyph, String name) {
    getStyleClass().addAll("plain", "icon-button");
    setGraphic(new Icon(glyph));
    name(name);
  }

  /** Another name. */
  public void name(String name) {
    if (!name.equals(getAccessibleText())) {
      setAccessibleText(name);
      Hint.say(this, name);
    }
  }
}
