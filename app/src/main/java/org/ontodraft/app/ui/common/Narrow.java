package org.ontodraft.app.ui.common;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** Whether a place is too narrow for what stands beside each other in it. FX thread. */
public final class Narrow {
  private Narrow() {}

  /**
   * Follows the width of a place and the size of its text; false before it has a width.
   *
   * @param room the width that is enough, in heights of the text's letters
   */
  public static ReadOnlyBooleanProperty of(Region place, Labeled text, double room) {
    ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();
    Runnable look =
        () ->
            narrow.set(place.getWidth() > 0 && place.getWidth() < room * text.getFont().getSize());
    place.widthProperty().subscribe(look);
    // A font changes in the middle of styling the tree, when nodes must not be moved about in it.
    text.fontProperty().subscribe(font -> FxThread.later(look));
    return narrow.getReadOnlyProperty();
  }
}
