package org.ontodraft.app.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** The pane beside a page: there while the page has something for it and nobody hid it. */
final class InspectorSide {
  private final SplitPane workArea;
  private final Region pane;
  private final ScrollPane scroll;
  private Optional<Node> content = Optional.empty();
  private boolean wanted = true;
  private boolean noRoom;

  /**
   * Beside nothing yet.
   *
   * @param pane the whole, which comes into the work area and goes from it
   * @param scroll what holds the content in it
   */
  InspectorSide(SplitPane workArea, Region pane, ScrollPane scroll) {
    this.workArea = workArea;
    this.pane = pane;
    this.scroll = scroll;
  }

  /** Stands beside a page with this, or beside one that has nothing for it. */
  void show(Optional<Node> ofPage) {
    content = ofPage;
    arrange();
  }

  /** Whether it is there as soon as a page has something for it. */
  boolean isWanted() {
    return wanted && !noRoom;
  }

  /** Shows or hides it, for this page and all others. */
  void want(boolean shown) {
    wanted = shown;
    arrange();
  }

  /** Shows it though there is no room for all panes. */
  void insist() {
    noRoom = false;
    arrange();
  }

  /** Where there is no room for all panes it goes, until there is or it is asked for. */
  void makeRoom(boolean narrow) {
    noRoom = narrow;
    arrange();
  }

  private void arrange() {
    boolean shown = workArea.getItems().contains(pane);
    boolean now = isWanted() && content.isPresent();
    scroll.setContent(now ? content.get() : null);
    if (now && !shown) {
      workArea.getItems().add(pane);
      SidePanes.begin(workArea, pane);
    } else if (!now && shown) {
      workArea.getItems().remove(pane);
    }
  }
}
