package org.ontodraft.app.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.control.KeyCap;

/** Every action with a key, on one page. */
final class KeysDialog {
  private static final int COLUMNS = 2;

  private KeysDialog() {}

  /** The page. */
  static Node content(ActionRegistry actions) {
    List<Action> withKeys =
        actions.all().stream()
            .filter(action -> actions.keys().shown(action.id()).get() != null)
            .toList();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys");
    int rows = (withKeys.size() + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < withKeys.size(); i++) {
      Action action = withKeys.get(i);
      KeyCombination key = actions.keys().shown(action.id()).get();
      if (key != null) {
        int column = i / rows * 2;
        grid.add(KeyCap.of(key), column, i % rows);
        grid.add(new Label(actions.name(action.id())), column + 1, i % rows);
      }
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    return scroll;
  }
}
