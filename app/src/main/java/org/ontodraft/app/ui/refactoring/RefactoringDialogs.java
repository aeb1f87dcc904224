package org.ontodraft.app.ui.refactoring;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.refactoring.RefactoringReport;
import org.ontodraft.app.service.refactoring.RefactoringService;
import org.ontodraft.app.service.refactoring.RefactoringSubject;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.MergeEntities;
import org.ontodraft.model.refactor.Refactoring;
import org.ontodraft.model.refactor.Rename;
import org.ontodraft.model.refactor.SplitEntity;

/** Asks what a refactoring is to do, shows what it would come to, and makes it. FX thread. */
public final class RefactoringDialogs {
  private final Workspace workspace;
  private final RefactoringService service;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Dialogs dialogs;
  private final ErrorPresenter errors;
  private final Texts texts;
  private final Consumer<Runnable> withDraft;
  private final Executor fx;

  /**
   * Dialogs of a workspace.
   *
   * @param withDraft runs what needs a draft: at once, or once one was started
   * @param fx the FX thread
   */
  public RefactoringDialogs(
      Workspace workspace,
      TaskRunner tasks,
      Navigator navigator,
      Dialogs dialogs,
      ErrorPresenter errors,
      Texts texts,
      Consumer<Runnable> withDraft,
      Executor fx) {
    this.workspace = workspace;
    this.service = new RefactoringService(workspace);
    this.tasks = tasks;
    this.navigator = navigator;
    this.dialogs = dialogs;
    this.errors = errors;
    this.texts = texts;
    this.withDraft = withDraft;
    this.fx = fx;
  }

  /** See {@link Navigator#refactor}. */
  public void ask(RefactoringKind kind, EntityKey key) {
    if (kind.isFor(key.type())) {
      withDraft.accept(() -> read(key, subject -> show(model(kind, subject))));
    }
  }

  /** See {@link Navigator#changeParent}. */
  public void askParent(EntityKey category, Optional<EntityKey> from, Optional<EntityKey> to) {
    withDraft.accept(() ->
        read(
            category,
            subject -> {
              RefactoringViewModel model = model(RefactoringKind.CHANGE_PARENT, subject);
              model.source().set(from.orElse(null));
              model.target().set(to.orElse(null));
              show(model);
            }));
  }

  private void read(EntityKey key, Consumer<RefactoringSubject> then) {
    tasks.latest(
        "refactoring",
        BackgroundTask.of("what can be refactored", progress -> service.subject(key))
            .onSuccess(then));
  }

  private RefactoringViewModel model(RefactoringKind kind, RefactoringSubject subject) {
    return new RefactoringViewModel(kind, subject, workspace, service, tasks, fx);
  }

  private void show(RefactoringViewModel model) {
    RefactoringForm form = new RefactoringForm(model, texts);
    RefactoringSubject subject = model.subject();
    EntityType type = subject.key().type();
    RefactoringKind first = model.kind().get();
    String title =
        first.alternatives().size() > 1
            ? "refactor.title"
            : RefactoringForm.named(first) + ".title";
    dialogs.wideForm(
        texts.get(title, texts.type(type), subject.label()),
        form,
        Bindings.createStringBinding(
            () -> texts.get(RefactoringForm.named(model.kind().get())), model.kind()),
        model.possible(),
        form.first(),
        () -> model.report().ifPresent(this::make),
        model::close);
  }

  private void make(RefactoringReport shown) {
    tasks.inOrder(
        "edits",
        BackgroundTask.of("refactoring", progress -> service.make(shown))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<DraftOverlay> done -> follow(shown.refactoring());
                case Outcome.Refused<DraftOverlay>(var refusal) -> errors.show(refusal);
              }
            }));
  }

  /** Goes where the entity is now. */
  private void follow(Refactoring made) {
    switch (made) {
      case Rename rename ->
          rename
              .renamed()
              .ifPresent(to -> {
                navigator.renamed(rename.entity(), to);
                navigator.openEntity(to);
                navigator.reveal(to);
              });
      case MergeEntities merge -> moveTo(merge.entity(), merge.into());
      case SplitEntity split -> {
        EntityKey fresh = EntityKey.of(EntityType.CATEGORY, split.name());
        navigator.openEntity(fresh);
        navigator.reveal(fresh);
      }
      default -> {}
    }
  }

  private void moveTo(EntityKey from, EntityKey to) {
    navigator.close(new Place.Entity(from));
    navigator.openEntity(to);
    navigator.reveal(to);
  }
}
