package org.ontodraft.app.ui.draft;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.draft.DraftListViewModel.Row;
import org.ontodraft.model.draft.Draft;

/** Asks about drafts, and makes the list of them. FX thread. */
public final class DraftDialogs implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Dates dates;
  private final ErrorPresenter errors;
  private final Clock clock;
  private final Consumer<Draft> export;
  private final DraftListViewModel list;

  /**
   * Dialogs of a workspace.
   *
   * @param fx runs on the FX thread
   * @param export asks where to write a draft
   */
  public DraftDialogs(
      Workspace workspace,
      TaskRunner tasks,
      Dialogs dialogs,
      Texts texts,
      Dates dates,
      ErrorPresenter errors,
      Clock clock,
      Executor fx,
      Consumer<Draft> export) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.texts = texts;
    this.dates = dates;
    this.errors = errors;
    this.clock = clock;
    this.export = export;
    this.list = new DraftListViewModel(workspace, tasks, fx);
  }

  /** Asks for a title, starts the draft and opens it. */
  public void newDraft() {
    newDraft(() -> {});
  }

  /** Does what needs a draft: at once, or once one was started. */
  public void withDraft(Runnable action) {
    if (workspace.draft().get().isPresent()) {
      action.run();
    } else {
      newDraft(action);
    }
  }

  private void newDraft(Runnable started) {
    ask(new NewDraftViewModel(workspace, tasks, texts, clock), started);
  }

  private void ask(NewDraftViewModel draft, Runnable started) {
    TextField title = new TextField();
    title.textProperty().bindBidirectional(draft.title());
    title.setId("draft-title");
    Label about =
        new Label(
            texts.get("draft.new.about", workspace.canonical().get().version().shortCommit()));
    about.setWrapText(true);
    about.getStyleClass().add("muted-text");
    Label refused = new Label();
    refused.setWrapText(true);
    refused.getStyleClass().add("medium-text");
    draft
        .refusal()
        .subscribe(reason -> {
          refused.setText(
              reason == null
                  ? ""
                  : texts.get("draft.new.refused", errors.notice(reason).title(), reason.code()));
          refused.setManaged(reason != null);
        });
    VBox form = new VBox(about, labelled(texts.get("draft.title"), title), refused);
    form.getStyleClass().add("dialog-body");
    dialogs.form(
        texts.get("draft.new.heading"),
        form,
        texts.get("draft.new.start"),
        draft.complete(),
        title,
        () -> draft.start(started, () -> ask(draft, started)));
    title.selectAll();
  }

  /**
   * The list for the draft switcher.
   *
   * @param hide takes it away
   */
  public Node list(Runnable hide) {
    return new DraftList(
        list,
        new DraftList.Actions() {
          @Override
          public void newDraft() {
            DraftDialogs.this.newDraft();
          }

          @Override
          public void rename(Row row) {
            hide.run();
            askForTitle(row.draft());
          }

          @Override
          public void delete(Row row) {
            hide.run();
            askToDelete(row.draft());
          }

          @Override
          public void export(Row row) {
            hide.run();
            export.accept(row.draft());
          }

          @Override
          public void hide() {
            hide.run();
          }
        },
        texts,
        dates,
        errors);
  }

  private void askForTitle(Draft draft) {
    TextField title = new TextField(draft.title());
    title.setId("draft-title");
    dialogs.form(
        texts.get("draft.rename.heading"),
        labelled(texts.get("draft.title"), title),
        texts.get("draft.rename.do"),
        Bindings.createBooleanBinding(() -> !title.getText().isBlank(), title.textProperty()),
        title,
        () -> list.rename(draft.id(), title.getText()));
    title.selectAll();
  }

  private void askToDelete(Draft draft) {
    dialogs.confirm(
        texts.get("draft.delete.heading", draft.title()),
        texts.get("draft.delete.text", draft.changeCount()),
        texts.get("draft.delete.do"),
        () -> list.delete(draft.id()));
  }

  private static Node labelled(String name, TextField field) {
    Label label = new Label(name);
    label.getStyleClass().add("medium-text");
    label.setLabelFor(field);
    field.setAccessibleText(name);
    VBox body = new VBox(label, field);
    body.getStyleClass().add("labelled");
    return body;
  }

  @Override
  public void close() {
    list.close();
  }
}
