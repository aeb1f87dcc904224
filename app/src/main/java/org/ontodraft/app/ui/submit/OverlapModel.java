package org.ontodraft.app.ui.submit;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.submit.Overlap;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Texts;

/** Which open pull requests touch what would be sent. FX thread. */
final class OverlapModel {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final ObservableList<Overlap> overlaps = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  OverlapModel(Workspace workspace, TaskRunner tasks, Texts texts) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
  }

  /** Asks the forge. */
  void ask() {
    workspace
        .draft()
        .get()
        .ifPresent(session ->
            tasks.latest(
                "overlaps",
                BackgroundTask.of("overlaps", progress -> workspace.submits().overlaps(session))
                    .onSuccess(this::show)));
  }

  private void show(Outcome<List<Overlap>> outcome) {
    switch (outcome) {
      case Outcome.Done<List<Overlap>> done -> {
        overlaps.setAll(done.value());
        problem.set("");
      }
      case Outcome.Refused<List<Overlap>> refused -> {
        String code = refused.refusal().code();
        problem.set(
            texts.get("submit.overlap.unknown", texts.get("refusal." + code + ".title"), code));
      }
    }
  }

  ObservableList<Overlap> overlaps() {
    return overlaps;
  }

  /** Why they are not known; empty when they are. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }
}
