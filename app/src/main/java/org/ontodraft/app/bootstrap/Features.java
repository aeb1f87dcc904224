package org.ontodraft.app.bootstrap;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.graph.GraphLayout;
import org.ontodraft.app.service.graph.GraphNotes;
import org.ontodraft.app.service.graph.LayeredLayout;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.review.DraftReviewService;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.service.store.SharedDraftTokens;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.activity.ActivityPage;
import org.ontodraft.app.ui.activity.ActivityViewModel;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WorkspaceFeatures;
import org.ontodraft.app.ui.conflict.RebasePage;
import org.ontodraft.app.ui.conflict.RebaseView;
import org.ontodraft.app.ui.conflict.RebaseViewModel;
import org.ontodraft.app.ui.diff.ReviewPages;
import org.ontodraft.app.ui.diff.ReviewView;
import org.ontodraft.app.ui.draft.DraftDialogs;
import org.ontodraft.app.ui.draft.ShareDialogs;
import org.ontodraft.app.ui.draft.StepsPage;
import org.ontodraft.app.ui.editor.DraftEdits;
import org.ontodraft.app.ui.editor.EntityDialogs;
import org.ontodraft.app.ui.editor.EntityPage;
import org.ontodraft.app.ui.editor.EntityReader;
import org.ontodraft.app.ui.editor.EntityViewModel;
import org.ontodraft.app.ui.editor.ImageDialogs;
import org.ontodraft.app.ui.editor.TypingPause;
import org.ontodraft.app.ui.exchange.ExchangeDialogs;
import org.ontodraft.app.ui.exchange.ExchangeViewModel;
import org.ontodraft.app.ui.graph.GraphExport;
import org.ontodraft.app.ui.graph.GraphPage;
import org.ontodraft.app.ui.graph.GraphView;
import org.ontodraft.app.ui.graph.GraphViewModel;
import org.ontodraft.app.ui.history.HistoryPage;
import org.ontodraft.app.ui.history.HistoryView;
import org.ontodraft.app.ui.history.HistoryViewModel;
import org.ontodraft.app.ui.refactoring.RefactoringDialogs;
import org.ontodraft.app.ui.settings.BackupDialog;
import org.ontodraft.app.ui.submit.SubmitPage;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** The features of one open workspace, put together by hand. FX thread. */
final class Features implements WorkspaceFeatures {
  private final Workspace workspace;
  private final Navigator navigator;
  private final TaskRunner tasks;
  private final Texts texts;
  private final Dates dates;
  private final ErrorPresenter errors;
  private final ReviewService reviews = new DraftReviewService();
  private final GraphLayout layout = new LayeredLayout();
  private final GraphNotes graphNotes;
  private final GraphExport graphExport;
  private final ReviewPages reviewPages;
  private final DraftEdits edits;
  private final DraftDialogs drafts;
  private final Dialogs dialogs;
  private final ShareDialogs shares;
  private final Consumer<Workspace> database;
  private final BackupDialog backups;
  private final EntityDialogs entities;
  private final ImageDialogs images;
  private final RefactoringDialogs refactorings;
  private final ExchangeDialogs exchange;
  private final Executor fx = FxThread::run;

  Features(
      Workspace workspace,
      Navigator navigator,
      TaskRunner tasks,
      Texts texts,
      Dates dates,
      Dialogs dialogs,
      NoticeBoard board,
      ErrorPresenter errors,
      Consumer<Workspace> database,
      SharedDraftTokens tokens,
      BackupDialog backups,
      GraphNotes graphNotes) {
    this.workspace = workspace;
    this.graphNotes = graphNotes;
    this.database = database;
    this.backups = backups;
    this.navigator = navigator;
    this.tasks = tasks;
    this.texts = texts;
    this.dates = dates;
    this.dialogs = dialogs;
    this.errors = errors;
    this.graphExport = new GraphExport(PngWriter::write, tasks, dialogs, errors, board);
    this.reviewPages =
        new ReviewPages(
            workspace,
            reviews,
            tasks,
            errors,
            new ReviewView.Tools(texts, dates, navigator, dialogs));
    this.edits = new DraftEdits(workspace, tasks, InstantSource.system());
    this.exchange =
        new ExchangeDialogs(
            new ExchangeViewModel(workspace.exchange(), tasks, errors),
            dialogs,
            board,
            texts,
            dates);
    this.drafts =
        new DraftDialogs(
            workspace,
            tasks,
            dialogs,
            texts,
            dates,
            errors,
            board,
            Clock.systemDefaultZone(),
            fx,
            exchange::export,
            () -> navigator.open(new Place.Drafts()));
    this.shares =
        new ShareDialogs(
            workspace, tasks, dialogs, texts, errors, InstantSource.system(), tokens, board);
    this.entities =
        new EntityDialogs(
            workspace,
            edits,
            tasks,
            navigator,
            new TypingPause(tasks),
            dialogs,
            errors,
            texts,
            drafts::withDraft);
    this.images = new ImageDialogs(entities.services(), dialogs, errors, texts, drafts::withDraft);
    this.refactorings =
        new RefactoringDialogs(
            workspace, tasks, navigator, dialogs, errors, texts, drafts::withDraft, fx);
  }

  @Override
  public Page page(Place place) {
    return switch (place) {
      case Place.Entity entity -> entity(entity.key());
      case Place.Review review -> reviewPages.review();
      case Place.Compare compare -> reviewPages.compare();
      case Place.History history -> history(history.key());
      case Place.Activity activity ->
          new ActivityPage(new ActivityViewModel(tasks.jobs(), texts, dates, errors, fx), texts);
      case Place.Graph graph -> graph(graph.key());
      case Place.Rebase rebase -> rebase();
      case Place.Drafts all -> drafts.page();
      case Place.Steps steps ->
          new StepsPage(workspace, tasks, navigator, dialogs, texts, dates, errors, fx);
      case Place.Submit submit ->
          new SubmitPage(workspace, reviews, tasks, navigator, texts, dates, dialogs, errors, fx);
    };
  }

  private Page entity(EntityKey key) {
    EntityViewModel viewModel =
        new EntityViewModel(key, entities.services(), new EntityReader(), fx);
    return new EntityPage(
        viewModel,
        new EntityPage.Tools(
            texts,
            errors,
            dates,
            new Fxml(texts),
            () -> step(DraftSession::undo),
            () -> step(DraftSession::redo)));
  }

  private Page history(EntityKey key) {
    HistoryViewModel viewModel = new HistoryViewModel(key, workspace, tasks);
    return new HistoryPage(viewModel, new HistoryView(viewModel, texts, dates, navigator), texts);
  }

  private Page graph(EntityKey key) {
    GraphViewModel viewModel =
        new GraphViewModel(key, workspace, layout, graphNotes, tasks, navigator, fx);
    return new GraphPage(viewModel, new GraphView(viewModel, texts, graphExport), texts);
  }

  private Page rebase() {
    RebaseViewModel viewModel = new RebaseViewModel(workspace, tasks, errors, texts);
    return new RebasePage(
        viewModel,
        new RebaseView(viewModel, texts, dates, navigator, dialogs, new Fxml(texts)),
        texts);
  }

  /** One step back or forward in the open draft, behind the edits that are under way. */
  private interface Step {
    Outcome<DraftOverlay> take(DraftSession session);
  }

  private void step(Step step) {
    workspace
        .draft()
        .get()
        .ifPresent(session ->
            tasks.inOrder(
                "edits",
                BackgroundTask.of("step", progress -> step.take(session))
                    .onSuccess(outcome -> {
                      if (outcome instanceof Outcome.Refused<DraftOverlay> refused) {
                        errors.show(refused.refusal());
                      }
                    })));
  }

  @Override
  public Node drafts(Runnable hide) {
    return drafts.list(hide);
  }

  @Override
  public void compare(ComparedSide base, ComparedSide mine) {
    reviewPages.compare(base, mine);
  }

  @Override
  public void newDraft() {
    drafts.newDraft();
  }

  @Override
  public void shareDraft() {
    shares.share();
  }

  @Override
  public void openSharedDraft() {
    shares.openShared();
  }

  @Override
  public void backUp() {
    backups.show(workspace);
  }

  @Override
  public void showDatabase() {
    database.accept(workspace);
  }

  @Override
  public void newEntity(EntityType type, Optional<EntityKey> parent) {
    entities.create(type, parent);
  }

  @Override
  public void addImage(Optional<EntityKey> to, Optional<Path> file) {
    images.add(to, file);
  }

  @Override
  public void refactor(RefactoringKind kind, EntityKey key) {
    refactorings.ask(kind, key);
  }

  @Override
  public void changeParent(EntityKey category, Optional<EntityKey> from, Optional<EntityKey> to) {
    refactorings.askParent(category, from, to);
  }

  @Override
  public void exportDraft() {
    workspace.draft().get().ifPresent(session -> exchange.export(session.draft().get()));
  }

  @Override
  public void importDraft() {
    exchange.importFile();
  }

  @Override
  public void importClipboard() {
    exchange.importClipboard();
  }

  @Override
  public void close() {
    drafts.close();
  }
}
