package org.ontodraft.app.ui.control;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.ontodraft.app.ui.common.FxThread;

/**
 * Keeps what stands in a flow pane no wider than the pane: beside each other where there is room,
 * else below, and a long name is cut rather than reaching out. FX thread.
 */
public final class WithinLine {
  private WithinLine() {}

  /** Follows the children of a pane, which are regions, and its width. */
  public static void keep(FlowPane line) {
    Runnable limit = () -> limit(line);
    line.getChildren().addListener((ListChangeListener<Node>) change -> limit.run());
    // The width changes in the middle of a layout, when those above have asked for heights already.
    line.widthProperty().subscribe(width -> FxThread.later(limit));
  }

  private static void limit(FlowPane line) {
    if (line.getWidth() > 0) {
      for (Node child : line.getChildren()) {
        ((Region) child).setMaxWidth(line.getWidth());
      }
    }
  }
}
