package org.ontodraft.app.ui.shell;

import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The buttons at the left edge, with how much there is behind each. FX thread. */
final class Rail {
  private final WorkbenchViewModel viewModel;
  private final ActionRegistry actions;

  Rail(WorkbenchViewModel viewModel, ActionRegistry actions) {
    this.viewModel = viewModel;
    this.actions = actions;
  }

  /** Fills the edge; gives the explorer's button, which is always shown. */
  Button fill(VBox edge) {
    Button explorer = button(Glyph.TREE, "view.explorer");
    edge.getChildren()
        .setAll(
            entry(explorer),
            entry(button(Glyph.CHANGES, "draft.review"), count(viewModel.changes(), "badge")),
            entry(
                button(Glyph.BRANCH, "draft.rebase"),
                count(viewModel.needsYou(), "conflict-badge")),
            entry(button(Glyph.PROBLEMS, "view.problems"), count(viewModel.errorCount(), "badge")));
    return explorer;
  }

  private Button button(Glyph glyph, String action) {
    Button button = new Button();
    button.getStyleClass().addAll("plain", "icon-button", "rail-button");
    button.setGraphic(new Icon(glyph));
    actions.bind(button, action);
    return button;
  }

  private static Node entry(Button button, Node... badges) {
    StackPane holder = new StackPane(button);
    holder.getStyleClass().add("rail-entry");
    for (Node badge : badges) {
      badge.setMouseTransparent(true);
      holder.getChildren().add(badge);
    }
    return holder;
  }

  private static Label count(IntegerProperty value, String style) {
    Label badge = new Label();
    badge.getStyleClass().addAll("rail-badge", style);
    badge.textProperty().bind(value.asString());
    badge.visibleProperty().bind(value.greaterThan(0));
    return badge;
  }
}
