package org.ontodraft.app.ui.shell;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.settings.OpenTabs.SidePane;
import org.ontodraft.app.service.settings.Settings.Recent;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.EditHistory;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.validation.Severity;

/** What the window says of an open workspace and does with it. FX thread. */
public final class WorkbenchViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final StandingTexts words;
  private final ErrorPresenter errors;
  private final NoticeBoard board;
  private final Executor fx;
  private final Subscriptions subscriptions = new Subscriptions();
  private final OpenPlaces places;

  private final BooleanProperty hasDraft = new SimpleBooleanProperty(false);
  private final StringProperty draftTitle = new SimpleStringProperty("");
  private final IntegerProperty changes = new SimpleIntegerProperty(0);
  private final ObjectProperty<StateSentence> sentence =
      new SimpleObjectProperty<>(new StateSentence("", "", "", "", true));
  private final BooleanProperty canUndo = new SimpleBooleanProperty(false);
  private final BooleanProperty canRedo = new SimpleBooleanProperty(false);
  private final StringProperty undoes = new SimpleStringProperty("");
  private final StringProperty redoes = new SimpleStringProperty("");
  private final BooleanProperty canSubmit = new SimpleBooleanProperty(false);
  private final StringProperty submitHint = new SimpleStringProperty("");
  private final BooleanProperty canMove = new SimpleBooleanProperty(false);
  private final IntegerProperty errorCount = new SimpleIntegerProperty(0);
  private final IntegerProperty needsYou = new SimpleIntegerProperty(0);
  private final ObservableSet<SidePane> hiddenPanes = FXCollections.observableSet();
  private final ObjectProperty<StatusLine> status = new SimpleObjectProperty<>(StatusLine.empty());
  private final RewrittenHistory history;
  private final Fetching fetching;
  private Subscription ofDraft = () -> {};
  private int entityCount;

  /**
   * Follows a workspace, which it closes in the end.
   *
   * @param fx where state that changed elsewhere is taken up: the FX thread
   */
  public WorkbenchViewModel(
      Workspace workspace,
      TaskRunner tasks,
      Texts texts,
      Dates dates,
      ErrorPresenter errors,
      NoticeBoard board,
      Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    this.words = new StandingTexts(texts, dates);
    this.errors = errors;
    this.board = board;
    this.fx = fx;
    this.history = new RewrittenHistory(workspace, tasks, texts, words, errors, board);
    this.fetching = new Fetching(workspace, tasks, errors, board, history);
    this.places = new OpenPlaces(workspace, tasks);
    subscriptions.add(workspace.draft().follow(open -> fx.execute(this::followDraft)));
    subscriptions.add(workspace.effective().follow(view -> fx.execute(this::viewChanged)));
    subscriptions.add(workspace.findings().follow(found -> fx.execute(this::update)));
    subscriptions.add(workspace.forecast().follow(forecast -> fx.execute(this::update)));
    subscriptions.add(workspace.sync().follow(state -> fx.execute(this::synced)));
    subscriptions.add(workspace.tracking().tracked().follow(all -> fx.execute(this::update)));
    subscriptions.add(workspace.outbox().waiting().follow(all -> fx.execute(this::update)));
    workspace.storeNotices().forEach(found -> board.show(words.putRight(found)));
    workspace
        .watch()
        .ifPresent(
            watch -> subscriptions.add(watch.health().follow(health -> fx.execute(this::update))));
    if (!workspace.recoveredEdits().isEmpty()) {
      board.show(words.recovered(workspace.recoveredEdits()));
    }
    if (workspace.info().localOnlyCommits() > 0) {
      board.show(
          words.localOnly(
              workspace.info().localOnlyCommits(), workspace.effective().get().version().branch()));
    }
  }

  private void followDraft() {
    ofDraft.close();
    Optional<DraftSession> open = workspace.draft().get();
    if (open.isPresent()) {
      Subscriptions both = new Subscriptions();
      both.add(open.get().draft().follow(draft -> fx.execute(this::update)));
      both.add(open.get().waiting().follow(edits -> fx.execute(this::update)));
      both.add(
          open.get()
              .history()
              .follow(history ->
                  fx.execute(() -> {
                    places.followRename();
                    update();
                  })));
      both.add(new StaleEditNotices(open.get(), tasks, texts, errors, board, fx)::close);
      ofDraft = both::close;
    } else {
      ofDraft = () -> {};
      update();
    }
  }

  private void synced() {
    update();
    history.ask();
  }

  private void viewChanged() {
    places.viewChanged();
    count();
  }

  private void count() {
    DraftOverlay view = workspace.effective().get();
    tasks.latest(
        "entity count",
        BackgroundTask.of("entity count", reporter -> countOf(view))
            .onSuccess(counted -> {
              entityCount = counted;
              update();
            }));
  }

  private static int countOf(DraftOverlay view) {
    int count = 0;
    for (EntityType type : EntityType.values()) {
      count += view.entities(type).size();
    }
    long deleted = view.changes().stream().filter(change -> !view.exists(change.key())).count();
    return count - (int) deleted;
  }

  private void update() {
    Optional<DraftSession> session = workspace.draft().get();
    Optional<Draft> draft = session.map(open -> open.draft().get());
    hasDraft.set(draft.isPresent());
    draftTitle.set(draft.map(Draft::title).orElseGet(() -> texts.get("workbench.nodraft")));
    changes.set(draft.map(Draft::changeCount).orElse(0));
    showHistory(session.map(open -> open.history().get()));
    int found =
        (int)
            workspace.findings().get().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    errorCount.set(found);
    submitHint.set(words.submitHint(draft, found));
    // Errors do not close the way: the page for it lists them.
    canSubmit.set(draft.isPresent() && draft.get().changeCount() > 0);
    Optional<Forecast> forecast = workspace.forecast().get();
    canMove.set(forecast.isPresent());
    needsYou.set(forecast.map(StandingTexts::decisions).orElse(0));
    OntologyVersion version = workspace.effective().get().version();
    Optional<String> sent =
        draft
            .map(one -> workspace.tracking().tracked().get().get(one.id()))
            .map(words::pullRequest);
    sentence.set(words.sentence(version, draft, sent, forecast));
    StoreLine store =
        words.store(
            workspace.watch().map(watch -> watch.health().get()),
            session.map(open -> open.waiting().get().size()).orElse(0));
    status.set(
        words.statusLine(
            workspace.info(),
            version,
            workspace.sync().get(),
            draft,
            found,
            entityCount,
            workspace.outbox().waiting().get().size(),
            store));
  }

  private void showHistory(Optional<EditHistory> history) {
    Optional<DraftStep> undo = history.flatMap(EditHistory::nextUndo);
    Optional<DraftStep> redo = history.flatMap(EditHistory::nextRedo);
    canUndo.set(undo.isPresent());
    canRedo.set(redo.isPresent());
    undoes.set(undo.map(words::step).orElse(""));
    redoes.set(redo.map(words::step).orElse(""));
  }

  /** Takes back the newest edit. */
  public void undo() {
    edit("undo", DraftSession::undo);
  }

  /** Brings again what was undone last. */
  public void redo() {
    edit("redo", DraftSession::redo);
  }

  /** Puts an edit of the open draft behind those that are under way; shows why one is refused. */
  void edit(String name, Function<DraftSession, Outcome<DraftOverlay>> change) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isPresent()) {
      tasks.inOrder(
          "edits",
          BackgroundTask.of(name, reporter -> change.apply(session.get()))
              .onSuccess(this::showRefusal));
    }
  }

  private void showRefusal(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      errors.show(refused.refusal());
    }
  }

  /** The draft worked on last, to go on with; empty when there is none. */
  Optional<Draft> newestDraft() {
    return workspace.drafts().get().stream().findFirst();
  }

  /** Opens a draft in place of the open one. */
  void openDraft(Draft draft) {
    tasks.inOrder(
        "edits",
        BackgroundTask.of("open draft", reporter -> workspace.openDraft(draft.id()))
            .onSuccess(this::showRefusal));
  }

  /** Opens the draft that was left open here another time, unless one is open by now. */
  void reopenDraft(UUID id) {
    tasks.inOrder(
        "edits",
        BackgroundTask.of(
                "open draft",
                reporter ->
                    workspace
                        .draft()
                        .get()
                        .map(Outcome::done)
                        .orElseGet(() -> workspace.openDraft(id)))
            .onSuccess(this::showRefusal));
  }

  /** Goes back to reading what upstream has. */
  public void closeDraft() {
    tasks.inOrder(
        "edits",
        BackgroundTask.of(
            "close draft",
            reporter -> {
              workspace.closeDraft();
              return true;
            }));
  }

  /** Asks the databases how they are and says so. */
  void checkStore() {
    tasks.latest(
        "check store",
        BackgroundTask.of(
                "check store",
                reporter -> {
                  workspace.watch().ifPresent(StoreWatch::check);
                  return true;
                })
            .onSuccess(asked -> {
              update();
              board.show(words.storeNotice(status.get().store()));
            }));
  }

  /** The entry of this workspace for the recent list. */
  Recent recent(Instant now) {
    Optional<Draft> draft = workspace.draft().get().map(open -> open.draft().get());
    return new Recent(
        workspace.info().source(),
        workspace.info().name(),
        draft.map(Draft::title).orElse(""),
        draft.map(Draft::changeCount).orElse(0),
        now);
  }

  /** What is open and was open. */
  OpenPlaces places() {
    return places;
  }

  /** The tabs. */
  TabsViewModel tabs() {
    return places.tabs();
  }

  /** Asking upstream. */
  public Fetching fetching() {
    return fetching;
  }

  /** The workspace, for the features. */
  Workspace workspace() {
    return workspace;
  }

  /** The panes beside the tabs that somebody hid. */
  ObservableSet<SidePane> hiddenPanes() {
    return hiddenPanes;
  }

  /** Whether a draft is open. */
  public BooleanProperty hasDraft() {
    return hasDraft;
  }

  /** The open draft's title, or words for none. */
  StringProperty draftTitle() {
    return draftTitle;
  }

  /** How many entities the draft changes. */
  IntegerProperty changes() {
    return changes;
  }

  /** How the draft stands to upstream. */
  ObjectProperty<StateSentence> sentence() {
    return sentence;
  }

  /** Whether there is an edit to take back. */
  BooleanProperty canUndo() {
    return canUndo;
  }

  /** Whether there is an edit to bring again. */
  BooleanProperty canRedo() {
    return canRedo;
  }

  /** What undo would take back, in words. */
  StringProperty undoes() {
    return undoes;
  }

  /** What redo would bring again, in words. */
  StringProperty redoes() {
    return redoes;
  }

  /** Whether there is something to submit. */
  BooleanProperty canSubmit() {
    return canSubmit;
  }

  /** What stands in the way of a submit, in words; empty for nothing. */
  StringProperty submitHint() {
    return submitHint;
  }

  /** Whether upstream moved, so that the draft can too. */
  BooleanProperty canMove() {
    return canMove;
  }

  /** How many errors the draft has. */
  IntegerProperty errorCount() {
    return errorCount;
  }

  /** How many decisions moving the draft would take. */
  IntegerProperty needsYou() {
    return needsYou;
  }

  /** What the status bar says. */
  ObjectProperty<StatusLine> status() {
    return status;
  }

  /** Lets go of the workspace; it is closed in the background. */
  @Override
  public void close() {
    fetching.cancel();
    ofDraft.close();
    subscriptions.close();
    tasks.inOrder(
        "edits",
        BackgroundTask.of(
            "close repository",
            reporter -> {
              workspace.close();
              return true;
            }));
  }
}
