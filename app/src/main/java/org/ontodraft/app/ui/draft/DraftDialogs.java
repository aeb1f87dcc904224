package org.ontodraft.app.ui.draft;

import java.time.Clock;
import java.util.List;
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
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.draft.DraftListViewModel.Row;
import org.ontodraft.model.draft.DeletedDraft;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.rebase.DraftMerge;

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
  private final NoticeBoard board;
  private final Runnable allDrafts;
  private final DraftListViewModel list;
  private final DraftShelfViewModel shelf;

  /**
   * Dialogs of a workspace.
   *
   * @param fx runs on the FX thread
   * @param export asks where to write a draft
   * @param allDrafts shows the page of all drafts
   */
  public DraftDialogs(
      Workspace workspace,
      TaskRunner tasks,
      Dialogs dialogs,
      Texts texts,
      Dates dates,
      ErrorPresenter errors,
      NoticeBoard board,
      Clock clock,
      Executor fx,
      Consumer<Draft> export,
      Runnable allDrafts) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.texts = texts;
    this.dates = dates;
    this.errors = errors;
    this.clock = clock;
    this.export = export;
    this.board = board;
    this.allDrafts = allDrafts;
    this.list = new DraftListViewModel(workspace, tasks, fx);
    this.shelf = new DraftShelfViewModel(workspace, tasks, errors, fx);
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
    return new DraftList(list, new RowActions(hide), texts, dates, errors);
  }

  /** The page of all drafts. */
  public Page page() {
    return new DraftsPage(
        new DraftsView(list, shelf, new RowActions(() -> {}), texts, dates), texts);
  }

  /** What is done with a row of a list of drafts. */
  private final class RowActions implements DraftsView.Actions {
    private final Runnable hide;

    /** With this to take the list away first. */
    RowActions(Runnable hide) {
      this.hide = hide;
    }

    @Override
    public void newDraft() {
      DraftDialogs.this.newDraft();
    }

    @Override
    public void allDrafts() {
      hide.run();
      allDrafts.run();
    }

    @Override
    public void open(Row row) {
      list.open(row.draft().id());
    }

    @Override
    public void rename(Row row) {
      hide.run();
      askForTitle(row.draft());
    }

    @Override
    public void duplicate(Row row) {
      Draft draft = row.draft();
      shelf.duplicate(
          draft.id(),
          free(texts.get("drafts.copy.title", draft.title())),
          made ->
              say(
                  texts.get("drafts.duplicated", draft.title(), made.title()),
                  texts.get("draft.list.open"),
                  () -> list.open(made.id())));
    }

    @Override
    public void merge(Row row) {
      workspace
          .draft()
          .get()
          .ifPresent(session ->
              shelf.preview(
                  row.draft().id(),
                  merge -> askToMerge(row.draft(), session.draft().get().title(), merge)));
    }

    @Override
    public void archive(Row row, boolean archived) {
      shelf.archive(row.draft().id(), archived);
    }

    /** No question: it can be brought back. */
    @Override
    public void delete(Row row) {
      hide.run();
      Draft draft = row.draft();
      shelf.delete(
          draft.id(),
          () ->
              say(
                  texts.get("drafts.deleted", draft.title()),
                  texts.get("drafts.restore"),
                  () -> shelf.restore(draft.id())));
    }

    @Override
    public void restore(DeletedDraft draft) {
      shelf.restore(draft.draft().id());
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
  }

  private void askToMerge(Draft other, String mine, DraftMerge merge) {
    new MergeDialog(dialogs, texts)
        .ask(
            other,
            mine,
            merge,
            others ->
                shelf.merge(
                    other.id(),
                    others,
                    done ->
                        board.show(
                            said(texts.get("drafts.merged", other.title(), mine), List.of()))));
  }

  private void say(String title, String choice, Runnable run) {
    board.show(said(title, List.of(new Notice.Choice(choice, run))));
  }

  private static Notice said(String title, List<Notice.Choice> choices) {
    return new Notice(Notice.Kind.DONE, title, "", "", "", "", choices);
  }

  /** This title, or one like it that no other draft has. */
  private String free(String title) {
    List<String> taken = shelf.titles();
    String free = title;
    for (int i = 2; taken.contains(free); i++) {
      free = title + " (" + i + ")";
    }
    return free;
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
    shelf.close();
  }
}
