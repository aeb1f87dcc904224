package org.ontodraft.app.ui.submit;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Texts;

/**
 * The branch to merge into, typed or chosen from those that the remote has. The remote is asked
 * when somebody comes here, and where it cannot be asked the branch is typed.
 */
final class TargetField extends VBox {
  private final ComboBox<String> branches = new ComboBox<>();
  private final Label note = new Label();
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private boolean known;

  TargetField(Workspace workspace, TaskRunner tasks, Texts texts, StringProperty typed) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    branches.setId("into");
    branches.setEditable(true);
    branches.setMaxWidth(Double.MAX_VALUE);
    branches.setAccessibleText(texts.get("submit.into"));
    branches.getEditor().setAccessibleText(texts.get("submit.into"));
    branches.getEditor().textProperty().bindBidirectional(typed);
    branches
        .focusWithinProperty()
        .subscribe(inside -> {
          if (inside) {
            ask();
          }
        });
    branches.setOnShowing(event -> ask());
    note.getStyleClass().addAll("small-text", "muted-text");
    note.setWrapText(true);
    say("");
    getChildren().addAll(branches, note);
  }

  /** What is used when nothing is typed. */
  void usual(String branch) {
    branches.setPromptText(branch);
  }

  private void ask() {
    if (!known) {
      tasks.latest(
          "target-branches",
          BackgroundTask.of("target branches", progress -> workspace.submits().targets(progress))
              .onSuccess(this::show));
    }
  }

  private void show(Outcome<List<String>> outcome) {
    switch (outcome) {
      case Outcome.Done<List<String>> done -> {
        known = true;
        String typed = branches.getEditor().getText();
        branches.getItems().setAll(done.value());
        branches.getEditor().setText(typed); // a list that changes clears what is typed
        say("");
      }
      case Outcome.Refused<List<String>> refused -> {
        String code = refused.refusal().code();
        Object[] arguments = refused.refusal().arguments().toArray();
        say(
            texts.get(
                "submit.into.unknown", texts.get("refusal." + code + ".title", arguments), code));
      }
    }
  }

  private void say(String words) {
    note.setText(words);
    note.setVisible(!words.isEmpty());
    note.setManaged(!words.isEmpty());
  }
}
