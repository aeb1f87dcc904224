package org.ontodraft.app.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.ontodraft.app.ui.common.FxThread;

/** How much of the room the panes beside a page have. FX thread. */
final class SidePanes {
  /** What a side pane may take of the room as long as nobody moved it. */
  private static final double MOST = 0.4;

  private SidePanes() {}

  /** A side pane begins at the size the style sheet wants for it; people move it from there. */
  static void begin(SplitPane split, Region pane) {
    boolean beside = split.getOrientation() == Orientation.HORIZONTAL;
    ReadOnlyDoubleProperty length = beside ? split.widthProperty() : split.heightProperty();
    if (length.get() > 0) {
      pane.applyCss();
      place(split, pane, (beside ? pane.prefWidth(-1) : pane.prefHeight(-1)) / length.get());
      return;
    }
    length.addListener(
        new InvalidationListener() {
          @Override
          public void invalidated(Observable changed) {
            if (length.get() > 0) {
              length.removeListener(this);
              begin(split, pane);
            }
          }
        });
  }

  /**
   * Lets panes hold as many letters after the text became larger or smaller, as far as the page has
   * room.
   *
   * @param text has the size of all text, and is always shown
   * @param panes by what holds them beside the page
   */
  static void follow(Labeled text, Map<SplitPane, ? extends Region> panes) {
    double[] size = {text.getFont().getSize()};
    Map<Region, Double> letters = new HashMap<>();
    text.fontProperty()
        .subscribe(font -> {
          if (panes.keySet().stream().allMatch(split -> split.getWidth() <= 0)) {
            size[0] = font.getSize();
            return;
          }
          if (letters.isEmpty()) {
            panes.values().forEach(pane -> letters.put(pane, pane.getWidth() / size[0]));
          }
          // A font changes in the middle of styling the tree, when nothing may be moved in it, and
          // may change twice before it is shown.
          FxThread.later(() -> {
            if (text.getFont().getSize() != size[0] && !letters.isEmpty()) {
              size[0] = text.getFont().getSize();
              panes.forEach((split, pane) ->
                  hold(
                      split,
                      pane,
                      letters.getOrDefault(pane, pane.getWidth() / size[0]) * size[0]));
            }
            FxThread.later(letters::clear);
          });
        });
  }

  private static void hold(SplitPane split, Region pane, double width) {
    if (split.getItems().contains(pane)) {
      // A pane whose least width or whose room changes later keeps its pixels in that layout.
      split.getScene().getRoot().applyCss();
      split.getScene().getRoot().layout();
      place(split, pane, width / split.getWidth());
    }
  }

  private static void place(SplitPane split, Region pane, double wanted) {
    double share = Math.min(wanted, MOST);
    split.setDividerPositions(split.getItems().getFirst() == pane ? share : 1 - share);
  }
}
