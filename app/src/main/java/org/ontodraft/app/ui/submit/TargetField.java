package org.ontodraft.app.ui.submit;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;

/**
 * The branch to merge into, typed or chosen from those that the remote has, and what is to be known
 * of it. The remote is asked when somebody comes here, and where it cannot be asked the branch is
 * typed.
 */
final class TargetField extends VBox {
  private final TargetModel model;
  private final Texts texts;
  private final ComboBox<String> branches = new ComboBox<>();
  private final Icon icon = new Icon(Glyph.WARNING, "small-icon", "strong-icon");
  private final Label note = new Label();
  private final Label next = new Label();
  private final Button usual = new Button();

  TargetField(TargetModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("submit-token");
    branches.setId("into");
    branches.setEditable(true);
    branches.setMaxWidth(Double.MAX_VALUE);
    branches.setAccessibleText(texts.get("submit.into"));
    branches.getEditor().setAccessibleText(texts.get("submit.into"));
    branches.getEditor().textProperty().bindBidirectional(model.typed());
    branches
        .focusWithinProperty()
        .subscribe(inside -> {
          if (inside) {
            model.askBranches();
          } else {
            model.look();
          }
        });
    branches.setOnShowing(event -> model.askBranches());
    branches.setOnHidden(event -> model.look());
    note.setId("into-note");
    note.setWrapText(true);
    next.setWrapText(true);
    next.getStyleClass().addAll("small-text", "muted-text");
    usual.setId("into-usual");
    usual.setWrapText(true);
    usual.setOnAction(event -> {
      branches.requestFocus(); // the button goes with what it mends
      model.useUsual();
    });
    HBox line = new HBox(icon, note);
    line.getStyleClass().add("met-line");
    getChildren().addAll(branches, line, next, usual);
    model.branches().subscribe(this::list);
    model.said().subscribe(this::say);
  }

  /** What is used when nothing is typed. */
  void usual(String branch) {
    branches.setPromptText(branch);
    usual.setText(texts.get("submit.into.usual", branch));
  }

  private void list(List<String> names) {
    String typed = branches.getEditor().getText();
    branches.getItems().setAll(names);
    branches.getEditor().setText(typed); // a list that changes clears what is typed
  }

  private void say(TargetModel.Said said) {
    note.setText(HiddenCharacters.shown(said.words()));
    note.getStyleClass().removeAll("small-text", "muted-text");
    if (!said.warning()) {
      note.getStyleClass().addAll("small-text", "muted-text");
    }
    next.setText(said.next());
    show(note, !said.words().isEmpty());
    show(icon, said.warning());
    show(next, !said.next().isEmpty());
    show(usual, said.warning());
  }

  private static void show(javafx.scene.Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
