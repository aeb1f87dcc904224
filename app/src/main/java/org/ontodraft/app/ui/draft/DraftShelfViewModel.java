package org.ontodraft.app.ui.draft;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.workspace.DraftShelf;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.model.draft.DeletedDraft;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.rebase.DraftMerge;

/** What is done with whole drafts, and those that can be brought back. FX thread. */
final class DraftShelfViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ObservableList<DeletedDraft> deleted = FXCollections.observableArrayList();
  private final ObservableList<DeletedDraft> deletedView =
      FXCollections.unmodifiableObservableList(deleted);

  DraftShelfViewModel(Workspace workspace, TaskRunner tasks, ErrorPresenter errors, Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.errors = errors;
    subscriptions.add(workspace.drafts().follow(drafts -> fx.execute(this::readDeleted)));
  }

  /** Drafts that can be brought back, the one deleted last first. */
  ObservableList<DeletedDraft> deleted() {
    return deletedView;
  }

  private DraftShelf shelf() {
    return workspace.shelf();
  }

  private void readDeleted() {
    tasks.inOrder(
        DraftListViewModel.QUEUE,
        BackgroundTask.of("deleted drafts", progress -> deletedWhenReached())
            .onSuccess(deleted::setAll));
  }

  /** Nobody asked for them; the status bar says when the store is away. */
  private List<DeletedDraft> deletedWhenReached() {
    try {
      return shelf().deleted();
    } catch (StoreAwayException away) {
      return List.of();
    }
  }

  void archive(UUID draft, boolean archived) {
    answered("archive draft", () -> shelf().archive(draft, archived), done -> {});
  }

  void delete(UUID draft, Runnable done) {
    answered("delete draft", () -> workspace.deleteDraft(draft), id -> done.run());
  }

  void restore(UUID draft) {
    answered("bring draft back", () -> shelf().restore(draft), done -> {});
  }

  void duplicate(UUID draft, String title, Consumer<Draft> done) {
    answered("duplicate draft", () -> shelf().duplicate(draft, title), done);
  }

  void preview(UUID other, Consumer<DraftMerge> done) {
    answered("preview merge", () -> shelf().preview(other), done);
  }

  void merge(UUID other, Set<Place> others, Consumer<DraftOverlay> done) {
    answered("merge drafts", () -> shelf().merge(other, others), done);
  }

  private <T> void answered(String name, Supplier<Outcome<T>> work, Consumer<T> done) {
    tasks.inOrder(
        DraftListViewModel.QUEUE,
        BackgroundTask.of(name, progress -> work.get())
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<T>(T value) -> done.accept(value);
                case Outcome.Refused<T> refused -> errors.show(refused.refusal());
              }
            }));
  }

  /** The titles that drafts have, for one that is to be another. */
  List<String> titles() {
    return workspace.drafts().get().stream().map(Draft::title).toList();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
