package org.ontodraft.app.ui.submit;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.ChosenParts;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.part.DraftPart;
import org.ontodraft.model.part.LeftOut;

/** Which changes of the open draft are sent, as it is chosen. FX thread. */
final class PartsModel {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final Runnable changed;
  private final ObservableList<PartRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper consequence = new ReadOnlyStringWrapper("");

  /**
   * For a workspace.
   *
   * @param changed told when something else is sent than before
   */
  PartsModel(Workspace workspace, TaskRunner tasks, Texts texts, Runnable changed) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    this.changed = changed;
  }

  /** The choice in rows and words. */
  record Shown(List<PartRow> rows, String summary, String consequence) {}

  /** Works out what is to be shown; not on the FX thread. */
  Shown shown(DraftSession session, ChosenParts chosen) {
    PartTexts words = new PartTexts(texts, session.effective().get());
    return new Shown(words.rows(chosen), words.summary(chosen), "");
  }

  /** Shows a choice that is the present one; what was said of the last choice stays. */
  void show(Shown shown) {
    replace(shown.rows());
    summary.set(shown.summary());
  }

  private void replace(List<PartRow> next) {
    if (rows.size() != next.size()) {
      rows.setAll(next);
      return;
    }
    // Selection and place in the list stay.
    for (int i = 0; i < next.size(); i++) {
      if (!rows.get(i).equals(next.get(i))) {
        rows.set(i, next.get(i));
      }
    }
  }

  /** Sends what a row stands for, or leaves it out if all of it is sent. */
  void toggle(PartRow row) {
    boolean sends = row.state() != PartRow.State.SENT;
    choose(
        (chosen, meant) ->
            sends
                ? chosen.parts().taking(chosen.leftOut(), meant)
                : chosen.leftOut().and(row.part()),
        row.part());
  }

  /** Sends everything. */
  void takeAll() {
    choose((chosen, meant) -> LeftOut.NONE, null);
  }

  /** Leaves everything out, to begin from there. */
  void leaveAll() {
    choose((chosen, meant) -> LeftOut.of(chosen.parts().all()), null);
  }

  private interface Choice {
    LeftOut of(ChosenParts chosen, SortedSet<DraftPart> meant);
  }

  private void choose(Choice choice, @Nullable DraftPart about) {
    workspace
        .draft()
        .get()
        .ifPresent(session ->
            tasks.inOrder(
                "parts",
                BackgroundTask.of("choose parts", progress -> chosen(session, choice, about))
                    .onSuccess(shown -> {
                      show(shown);
                      consequence.set(shown.consequence());
                      changed.run();
                    })));
  }

  private Shown chosen(DraftSession session, Choice choice, @Nullable DraftPart about) {
    ChosenParts before = workspace.submits().chosen(session);
    SortedSet<DraftPart> meant =
        about == null
            ? new TreeSet<>(before.parts().all())
            : about.isWhole() ? before.parts().of(about.key()) : new TreeSet<>(List.of(about));
    ChosenParts now = workspace.submits().leaveOut(session, choice.of(before, meant));
    PartTexts words = new PartTexts(texts, session.effective().get());
    return new Shown(
        words.rows(now),
        words.summary(now),
        words.consequence(before.selection(), now.selection(), meant));
  }

  ObservableList<PartRow> rows() {
    return rows;
  }

  /** How much is sent. */
  ReadOnlyStringProperty summary() {
    return summary.getReadOnlyProperty();
  }

  /** What the last choice took along or held back; empty when nothing. */
  ReadOnlyStringProperty consequence() {
    return consequence.getReadOnlyProperty();
  }
}
