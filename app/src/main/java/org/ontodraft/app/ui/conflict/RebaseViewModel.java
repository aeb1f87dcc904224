package org.ontodraft.app.ui.conflict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.BulkResolution;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.rebase.Scope;

/**
 * What moving the open draft would do, kept up to date, the decisions it asks for, and doing it.
 * Decisions are kept with the draft as they are taken; the draft itself is not touched before it is
 * moved. Follows the workspace from any thread; the rest is used by the thread that the tasks
 * deliver to.
 */
public final class RebaseViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Texts texts;
  private final String taskKey = "rebase " + UUID.randomUUID();
  private final String detailsKey = "details of " + taskKey;
  private final ReadOnlyObjectWrapper<Optional<RowDetails>> details =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscriptions subscriptions = new Subscriptions();
  private final ReadOnlyObjectWrapper<RebaseStanding> standing =
      new ReadOnlyObjectWrapper<>(new RebaseStanding.Looking());
  private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final Deque<Step> undo = new ArrayDeque<>();
  private final Deque<Step> redo = new ArrayDeque<>();

  /** Decisions taken and taken back together. */
  private record Step(List<Resolution> taken, List<Place> takenBack) {
    /** What brings a plan's decisions back to what they were before this. */
    Step inverse(RebasePlan before) {
      Map<Place, Resolution> earlier = new TreeMap<>();
      before.resolutions().forEach(each -> earlier.put(each.place(), each));
      List<Place> places = new ArrayList<>(takenBack);
      taken.forEach(each -> places.add(each.place()));
      List<Resolution> again = new ArrayList<>();
      List<Place> gone = new ArrayList<>();
      for (Place place : places) {
        Resolution was = earlier.get(place);
        if (was == null) {
          gone.add(place);
        } else {
          again.add(was);
        }
      }
      return new Step(again, gone);
    }
  }

  /** Follows the workspace until closed. */
  public RebaseViewModel(
      Workspace workspace, TaskRunner tasks, ErrorPresenter errors, Texts texts) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.errors = errors;
    this.texts = texts;
    subscriptions.add(workspace.draft().follow(draft -> look()));
    subscriptions.add(workspace.effective().follow(overlay -> look()));
    subscriptions.add(workspace.canonical().follow(ontology -> look()));
    subscriptions.add(workspace.forecast().follow(forecast -> look()));
  }

  /** How the draft stands. */
  ReadOnlyObjectProperty<RebaseStanding> standing() {
    return standing.getReadOnlyProperty();
  }

  /** Whether the draft is being moved. */
  public ReadOnlyBooleanProperty moving() {
    return moving.getReadOnlyProperty();
  }

  /** Whether a decision can be taken back. */
  public ReadOnlyBooleanProperty undoable() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether a decision that was taken back can be taken again. */
  public ReadOnlyBooleanProperty redoable() {
    return redoable.getReadOnlyProperty();
  }

  /** What is known of the row that was looked at last; empty while it is worked out. */
  ReadOnlyObjectProperty<Optional<RowDetails>> details() {
    return details.getReadOnlyProperty();
  }

  /** Works out what a row comes to; the newest wins. */
  void lookAt(@Nullable PlanRow row) {
    if (row == null) {
      details.set(Optional.empty());
      return;
    }
    tasks.latest(
        detailsKey,
        BackgroundTask.of("rebase-details", progress -> RowDetails.of(workspace, row))
            .onSuccess(details::set));
  }

  /** What was done last, for a person; empty before anything was. */
  public ReadOnlyStringProperty done() {
    return done.getReadOnlyProperty();
  }

  /** Decides about a field or an entity of this merge. */
  void decide(EntityMerge merge, Place place, Choice choice) {
    decide(new Resolution(place, merge.sides().inputs(place.field()), choice));
  }

  /** Takes a decision as it is. */
  void decide(Resolution resolution) {
    decide(List.of(resolution));
  }

  /** One choice for every conflict in a scope that it can settle. */
  void decideAll(Scope scope, Choice.Kind choice) {
    if (standing.get() instanceof RebaseStanding.Moved moved) {
      BulkResolution bulk = BulkResolution.of(moved.forecast().plan(), scope, Choice.of(choice));
      if (!bulk.resolutions().isEmpty()) {
        decide(bulk.resolutions());
      }
      done.set(texts.get("rebase.bulk", bulk.resolutions().size(), bulk.left().size()));
    }
  }

  private void decide(List<Resolution> resolutions) {
    make(new Step(resolutions, List.of()), undo);
    redo.clear();
    redoable.set(false);
  }

  /** Takes the decision about a place back. */
  void reset(Place place) {
    make(new Step(List.of(), List.of(place)), undo);
    redo.clear();
    redoable.set(false);
  }

  /** Takes back what was decided last. */
  void undo() {
    Step step = undo.poll();
    if (step != null) {
      make(step, redo);
    }
  }

  /** Decides again what was taken back last. */
  void redo() {
    Step step = redo.poll();
    if (step != null) {
      make(step, undo);
    }
  }

  private record Made(Outcome<Forecast> outcome, Step inverse) {}

  private void make(Step step, Deque<Step> inverses) {
    tasks.inOrder(
        "edits",
        BackgroundTask.of("decide", progress -> make(step))
            .onSuccess(made -> {
              switch (made.outcome()) {
                case Outcome.Done<Forecast> ok -> inverses.push(made.inverse());
                case Outcome.Refused<Forecast> refused -> errors.show(refused.refusal());
              }
              undoable.set(!undo.isEmpty());
              redoable.set(!redo.isEmpty());
            }));
  }

  private Made make(Step step) {
    Step inverse =
        workspace
            .forecast()
            .get()
            .map(present -> step.inverse(present.plan()))
            .orElse(new Step(List.of(), List.of()));
    return new Made(workspace.decide(step.taken(), step.takenBack()), inverse);
  }

  /** Whether nothing has to be decided any more, and the draft is not being moved already. */
  boolean canMove() {
    return !moving.get()
        && standing.get() instanceof RebaseStanding.Moved moved
        && moved.plan().clean();
  }

  /** Moves the draft, once nothing has to be decided. */
  public void move() {
    if (!canMove() || !(standing.get() instanceof RebaseStanding.Moved moved)) {
      return;
    }
    moving.set(true);
    tasks.inOrder(
        "edits",
        BackgroundTask.of("rebase", progress -> workspace.rebaseDraft())
            .asJob(
                JobNote.<Outcome<?>>of("rebase", moved.forecast().onto().shortCommit())
                    .repeatable(this::move)
                    .refusing(Outcome::failure))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<DraftSession> ok ->
                    done.set(texts.get("rebase.moved", moved.forecast().onto().shortCommit()));
                case Outcome.Refused<DraftSession> refused -> errors.show(refused.refusal());
              }
              forgetSteps(List.of(undo, redo));
            })
            .onEnd(() -> moving.set(false)));
  }

  private void forgetSteps(Collection<Deque<Step>> steps) {
    steps.forEach(Deque::clear);
    undoable.set(false);
    redoable.set(false);
  }

  private void look() {
    tasks.latest(taskKey, BackgroundTask.of("rebase-view", this::read).onSuccess(standing::set));
  }

  private RebaseStanding read(Progress progress) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      return new RebaseStanding.NoDraft();
    }
    OntologyVersion base = session.get().effective().get().version();
    OntologyVersion newest = workspace.canonical().get().version();
    String title = session.get().draft().get().title();
    if (base.commit().equals(newest.commit())) {
      return new RebaseStanding.UpToDate(base, title);
    }
    Optional<Forecast> forecast =
        workspace.forecast().get().filter(f -> f.onto().commit().equals(newest.commit()));
    return forecast.isEmpty()
        ? new RebaseStanding.Looking()
        : new RebaseStanding.Moved(
            base, title, forecast.get(), PlanLayout.of(forecast.get().plan(), workspace::waysOut));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
