package org.ontodraft.app.ui.control;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that keeps no picture of what it shows. The toolkit's keeps one of a megabyte or
 * more, renders it whole at each key that is typed inside, and leaves it in memory when the pane
 * goes; a thousand forms opened and closed filled the heap. Set by the theme for every scroll pane.
 */
public final class PlainScrollPaneSkin extends ScrollPaneSkin {
  /** The skin of a pane. FX thread. */
  public PlainScrollPaneSkin(ScrollPane pane) {
    super(pane);
    getChildren().forEach(child -> child.setCache(false));
  }
}
