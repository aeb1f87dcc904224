package org.ontodraft.app.ui.diff;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.OntologyVersion;

/**
 * The changes of the open draft, kept up to date. Follows the draft from any thread; everything
 * else is used by the thread that the tasks deliver to.
 */
public final class ReviewViewModel implements AutoCloseable {
  /** What there is to show. */
  public enum Phase {
    LOADING,
    NO_DRAFT,
    NO_CHANGES,
    CHANGES
  }

  /** What is compared: a draft and the version it is built on. */
  public record Sides(OntologyVersion base, String draftTitle) {}

  private record Reviewed(DraftChange change, EntityReview review) {}

  private record Loaded(
      @Nullable Sides sides, Map<EntityKey, Reviewed> reviewed, Map<EntityType, Integer> totals) {
    List<EntityReview> reviews() {
      return reviewed.values().stream().map(Reviewed::review).toList();
    }
  }

  private final Workspace workspace;
  private final ReviewService service;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Texts texts;
  private final ReviewMarkdown markdown;
  private final String taskKey = "review " + UUID.randomUUID();
  private final Subscriptions subscriptions = new Subscriptions();

  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable Sides> sides = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ReviewLayout> layout =
      new ReadOnlyObjectWrapper<>(ReviewLayout.empty());
  private final ReadOnlyObjectWrapper<ReviewChoices> choices =
      new ReadOnlyObjectWrapper<>(ReviewChoices.initial());
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private volatile @Nullable Loaded loaded;
  private @Nullable EntityKey wanted;
  private boolean closed;

  /** Follows the workspace until closed. */
  public ReviewViewModel(
      Workspace workspace,
      ReviewService service,
      TaskRunner tasks,
      ErrorPresenter errors,
      Texts texts) {
    this.workspace = workspace;
    this.service = service;
    this.tasks = tasks;
    this.errors = errors;
    this.texts = texts;
    this.markdown = new ReviewMarkdown(texts);
    subscriptions.add(workspace.effective().follow(overlay -> load()));
    subscriptions.add(workspace.draft().follow(draft -> load()));
  }

  /** What there is to show. */
  public ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /** What is compared with what. */
  public ReadOnlyObjectProperty<@Nullable Sides> sides() {
    return sides.getReadOnlyProperty();
  }

  /** The rows. */
  public ReadOnlyObjectProperty<ReviewLayout> layout() {
    return layout.getReadOnlyProperty();
  }

  /** What a person chose to see. */
  public ReadOnlyObjectProperty<ReviewChoices> choices() {
    return choices.getReadOnlyProperty();
  }

  /** The index of the row that keys act on; -1 for none. */
  public ReadOnlyIntegerProperty current() {
    return current.getReadOnlyProperty();
  }

  /** The row that keys act on. */
  public Optional<ReviewRow> currentRow() {
    List<ReviewRow> rows = layout.get().rows();
    int index = current.get();
    return index < 0 || index >= rows.size() ? Optional.empty() : Optional.of(rows.get(index));
  }

  /** Shows changes in another way. */
  public void show(ReviewMode mode) {
    choose(choices.get().with(mode));
  }

  /** Shows only entities whose label or key holds this text. */
  public void filter(String text) {
    choose(choices.get().withFilter(text));
  }

  /** Shows or hides entities of one status; when none is chosen, all are shown. */
  public void filter(EntityStatus status, boolean chosen) {
    Set<EntityStatus> statuses = new HashSet<>(choices.get().statuses());
    if (chosen) {
      statuses.add(status);
    } else {
      statuses.remove(status);
    }
    choose(choices.get().withStatuses(statuses));
  }

  /** Folds unchanged fields into one row, or shows them all. */
  public void changedOnly(boolean folded) {
    choose(choices.get().withChangedOnly(folded));
  }

  /** Makes a row the one that keys act on; where nothing can be done, the next one that way. */
  public void select(int index) {
    List<ReviewRow> rows = layout.get().rows();
    int by = index < current.get() ? -1 : 1;
    for (int i = index; i >= 0 && i < rows.size(); i += by) {
      if (!(rows.get(i) instanceof ReviewRow.Columns || rows.get(i) instanceof ReviewRow.Foot)) {
        current.set(i);
        return;
      }
    }
  }

  /** Takes every filter away. */
  public void showAll() {
    choose(choices.get().withFilter("").withStatuses(Set.of()));
  }

  /** What was done last, for a person; empty before anything was. */
  public ReadOnlyStringProperty done() {
    return done.getReadOnlyProperty();
  }

  /** Goes to an entity, now or as soon as it is loaded. */
  public void reveal(EntityKey key) {
    if (!goTo(key)) {
      wanted = key;
      choose(choices.get().withFilter("").withStatuses(Set.of()));
    }
  }

  private boolean goTo(EntityKey key) {
    int row = indexOf(key, "");
    select(row);
    return row >= 0;
  }

  /** Goes to the next change, or the one before. */
  public void nextChange(boolean forward) {
    step(forward, row -> row.change() > 0);
  }

  /** Goes to the next entity, or the one before. */
  public void nextEntity(boolean forward) {
    step(forward, row -> row instanceof ReviewRow.Head);
  }

  private void step(boolean forward, Predicate<ReviewRow> target) {
    List<ReviewRow> rows = layout.get().rows();
    int by = forward ? 1 : -1;
    for (int i = current.get() + by; i >= 0 && i < rows.size(); i += by) {
      if (target.test(rows.get(i))) {
        current.set(i);
        return;
      }
    }
  }

  /** Opens or folds what the current row stands for. */
  public void toggle() {
    currentRow().ifPresent(this::toggle);
  }

  /** Opens or folds what a row stands for. */
  public void toggle(ReviewRow row) {
    switch (row) {
      case ReviewRow.Head head -> choose(choices.get().toggleClosed(head.key()));
      case ReviewRow.Unchanged fold -> choose(choices.get().toggleUnfolded(fold.key()));
      case ReviewRow.SkippedLines lines ->
          choose(choices.get().unfoldField(lines.key(), lines.field()));
      default -> {}
    }
  }

  /** Reverts what the current row stands for. */
  public void revert() {
    currentRow().ifPresent(this::revert);
  }

  /** Gives a row's field, or on an entity's head all of it, back what the base has. */
  public void revert(ReviewRow row) {
    switch (row) {
      case ReviewRow.Head head ->
          edit(
              session -> session.revert(head.key()),
              texts.get("review.reverted.entity", head.review().label()));
      case ReviewRow.Field field when field.revertible() ->
          edit(
              session -> session.revertField(field.key(), field.place()),
              texts.get(
                  "review.reverted.field", FieldNames.of(texts, field.place()), field.key().key()));
      default -> {}
    }
  }

  private void edit(Function<DraftSession, Outcome<DraftOverlay>> change, String success) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      return;
    }
    tasks.inOrder(
        "edits",
        BackgroundTask.of("revert", progress -> change.apply(session.get()))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<DraftOverlay> ok -> done.set(success);
                case Outcome.Refused<DraftOverlay> refused -> errors.show(refused.refusal());
              }
            }));
  }

  /** Writes everything that changed as Markdown and hands it over. */
  public void writeMarkdown(Consumer<String> receiver) {
    Loaded shown = loaded;
    if (shown == null) {
      return;
    }
    List<EntityReview> reviews = shown.reviews();
    tasks.start(
        BackgroundTask.of("review-markdown", progress -> markdown.write(reviews))
            .onSuccess(text -> {
              receiver.accept(text);
              done.set(texts.get("review.copied.markdown"));
            }));
  }

  /** Says that a file or a patch was copied. */
  public void copied(EntityReview review) {
    done.set(texts.get("review.copied.text", review.path()));
  }

  private void load() {
    tasks.latest(
        taskKey,
        BackgroundTask.of("review", this::read)
            .onSuccess(result -> {
              loaded = result;
              arrange();
            }));
  }

  private Loaded read(Progress progress) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      return new Loaded(null, Map.of(), Map.of());
    }
    DraftOverlay overlay = session.get().effective().get();
    Sides now = new Sides(overlay.version(), session.get().draft().get().title());
    Loaded before = loaded;
    Map<EntityKey, Reviewed> known =
        before != null && before.sides() != null && before.sides().base().equals(now.base())
            ? before.reviewed()
            : Map.of();
    Map<EntityKey, Reviewed> reviewed = new LinkedHashMap<>();
    for (DraftChange change : overlay.changes()) {
      progress.checkCancelled();
      Reviewed earlier = known.get(change.key());
      reviewed.put(
          change.key(),
          earlier != null && earlier.change().equals(change)
              ? earlier
              : new Reviewed(change, service.review(overlay, change.key())));
    }
    Map<EntityType, Integer> totals = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      totals.put(type, overlay.entities(type).size());
    }
    return new Loaded(now, reviewed, totals);
  }

  private void choose(ReviewChoices chosen) {
    choices.set(chosen);
    arrange();
  }

  private void arrange() {
    Loaded shown = loaded;
    if (shown == null || closed) {
      return;
    }
    ReviewChoices chosen = choices.get();
    tasks.latest(
        taskKey + " rows",
        BackgroundTask.of(
                "review-rows",
                progress ->
                    ReviewLayout.of(
                        shown.reviews(), type -> shown.totals().getOrDefault(type, 0), chosen))
            .onSuccess(result -> show(shown, result)));
  }

  private void show(Loaded shown, ReviewLayout result) {
    Optional<ReviewRow> before = currentRow();
    current.set(-1);
    layout.set(result);
    sides.set(shown.sides());
    phase.set(phaseOf(shown));
    EntityKey target = wanted;
    wanted = null;
    if (target != null && goTo(target)) {
      return;
    }
    int same = before.map(row -> indexOf(row.key(), row.place())).orElse(-1);
    int head = before.map(row -> indexOf(row.key(), "")).orElse(-1);
    select(same >= 0 ? same : Math.max(head, 0));
  }

  private static Phase phaseOf(Loaded shown) {
    if (shown.sides() == null) {
      return Phase.NO_DRAFT;
    }
    return shown.reviewed().isEmpty() ? Phase.NO_CHANGES : Phase.CHANGES;
  }

  private int indexOf(EntityKey key, String place) {
    List<ReviewRow> rows = layout.get().rows();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).key().equals(key) && rows.get(i).place().equals(place)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() {
    closed = true;
    subscriptions.close();
  }
}
