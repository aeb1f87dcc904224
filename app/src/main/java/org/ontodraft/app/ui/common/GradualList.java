package org.ontodraft.app.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;

/**
 * Fills an empty list view a few lines for each pulse until a screenful is there, and gives it the
 * list itself then: cells are dear when they are new, and the first comes with the view, which is
 * dear as well. What changes meanwhile is shown at once. FX thread.
 */
public final class GradualList<T> {
  private final ListView<T> view;
  private final ObservableList<T> lines;
  private final int screenful;
  private final Gradually arriving;
  private boolean empty = true;

  /**
   * Follows a list from now on.
   *
   * @param screenful how many lines are seen at most
   * @param atOnce lines for one pulse
   */
  public GradualList(ListView<T> view, ObservableList<T> lines, int screenful, int atOnce) {
    this.view = view;
    this.lines = lines;
    this.screenful = screenful;
    this.arriving = new Gradually(atOnce);
    view.setItems(lines);
    lines.addListener((ListChangeListener<T>) change -> follow());
    follow();
  }

  private void follow() {
    if (empty && !lines.isEmpty()) {
      fill();
    } else {
      showAll();
    }
    empty = lines.isEmpty();
  }

  private void fill() {
    ObservableList<T> first = FXCollections.observableArrayList(lines.getFirst());
    view.setItems(first);
    List<Runnable> parts = new ArrayList<>();
    lines.stream().skip(1).limit(screenful).forEach(line -> parts.add(() -> first.add(line)));
    parts.add(this::showAll);
    arriving.make(0, parts);
  }

  /** Shows all lines, for who wants one of them. */
  public void showAll() {
    arriving.stop();
    if (view.getItems() != lines) {
      view.setItems(lines);
    }
  }
}
