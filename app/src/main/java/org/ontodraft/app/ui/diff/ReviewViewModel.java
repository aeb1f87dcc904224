package org.ontodraft.app.ui.diff;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.review.ChangeAnalysis;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.ReviewService;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.diff.ReviewSource.Read;
import org.ontodraft.app.ui.diff.ReviewSource.Reviewed;
import org.ontodraft.app.ui.diff.ReviewSource.Sides;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.impact.OwnerImpact;

/**
 * What differs between two sides, kept up to date. Follows its source from any thread; everything
 * else is used by the thread that the tasks deliver to.
 */
public final class ReviewViewModel implements AutoCloseable {
  /** What there is to show. */
  public enum Phase {
    LOADING,
    NO_DRAFT,
    NO_CHANGES,
    REFUSED,
    CHANGES
  }

  private final ReviewSource source;
  private final ReviewEdits edits;
  private final TaskRunner tasks;
  private final Texts texts;
  private final ReviewWriting writing;
  private final Explanations explanations;
  private final ReviewDiscussion discussion;
  private final ReviewTicks ticks;
  private final String taskKey = "review " + UUID.randomUUID();
  private final Subscriptions subscriptions = new Subscriptions();
  private final ReviewCursor cursor = new ReviewCursor();

  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable Sides> sides = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ReviewLayout> layout =
      new ReadOnlyObjectWrapper<>(ReviewLayout.empty());
  private final ReadOnlyObjectWrapper<ReviewChoices> choices =
      new ReadOnlyObjectWrapper<>(ReviewChoices.initial());
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReviewPictures pictures;
  private volatile @Nullable Read read;
  private @Nullable EntityKey wanted;
  private boolean stacked;
  private boolean closed;

  /** Follows a source until closed; changes go back in the open draft of the workspace. */
  ReviewViewModel(
      ReviewSource source,
      Workspace workspace,
      TaskRunner tasks,
      ErrorPresenter errors,
      Texts texts) {
    this.source = source;
    this.tasks = tasks;
    this.texts = texts;
    this.edits = new ReviewEdits(workspace, tasks, errors, texts, done::set);
    this.writing = new ReviewWriting(tasks, errors, texts, done::set);
    this.ticks = new ReviewTicks(edits);
    this.pictures = new ReviewPictures(workspace, tasks);
    this.explanations = new Explanations(tasks, this::arrange);
    this.discussion = new ReviewDiscussion(workspace, tasks, errors, texts, done::set);
    this.subscriptions.add(source.follow(this::load));
    this.subscriptions.add(discussion.follow(this::load));
  }

  /** The changes of the open draft. */
  public static ReviewViewModel ofDraft(
      Workspace workspace,
      ReviewService service,
      TaskRunner tasks,
      ErrorPresenter errors,
      Texts texts) {
    return new ReviewViewModel(
        new DraftChanges(workspace, service), workspace, tasks, errors, texts);
  }

  /** The images that the draft changes. */
  ReviewPictures pictures() {
    return pictures;
  }

  /** What there is to show. */
  public ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /** What is compared with what. */
  public ReadOnlyObjectProperty<@Nullable Sides> sides() {
    return sides.getReadOnlyProperty();
  }

  /** Why the sides cannot be compared; empty when they can. */
  public Optional<Refusal> refused() {
    Read shown = read;
    return shown == null ? Optional.empty() : Optional.ofNullable(shown.refused());
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
    return cursor.at();
  }

  /** The row that keys act on. */
  public Optional<ReviewRow> currentRow() {
    return cursor.row();
  }

  /** What was done last, for a person; empty before anything was. */
  public ReadOnlyStringProperty done() {
    return done.getReadOnlyProperty();
  }

  /** What was said about the pull request. */
  ReviewDiscussion discussion() {
    return discussion;
  }

  /** What the changes mean for modules and bundles; none until that is known. */
  public List<OwnerImpact> owners() {
    ChangeAnalysis known = explanations.analysis();
    return known == null ? List.of() : known.owners();
  }

  /** Shows changes in another way. */
  public void show(ReviewMode mode) {
    choose(choices.get().with(mode));
  }

  /** Shows sides that are chosen to be beside each other one above the other, for want of room. */
  void stack(boolean wanted) {
    if (stacked != wanted) {
      stacked = wanted;
      arrange();
    }
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

  /** Leaves out what is reviewed, or shows it. */
  public void toReview(boolean only) {
    choose(choices.get().withToReview(only));
  }

  /** Folds unchanged fields into one row, or shows them all. */
  public void changedOnly(boolean folded) {
    choose(choices.get().withChangedOnly(folded));
  }

  /** Compares texts by character, or by word. */
  public void byCharacter(boolean characters) {
    choose(choices.get().withByCharacter(characters));
  }

  /** Takes every filter away. */
  public void showAll() {
    choose(choices.get().withFilter("").withStatuses(Set.of()).withToReview(false));
  }

  /** Exchanges the sides. */
  public void swap() {
    source.swap();
  }

  /** Makes a row the one that keys act on; where nothing can be done, the next one that way. */
  public void select(int index) {
    cursor.select(index);
  }

  /** Goes to an entity, now or as soon as it is loaded. */
  public void reveal(EntityKey key) {
    if (!cursor.goTo(key)) {
      wanted = key;
      showAll();
    }
  }

  /** Goes to the next change, or the one before. */
  public void nextChange(boolean forward) {
    cursor.step(forward, row -> row.change() > 0);
  }

  /** Goes to the next entity, or the one before. */
  public void nextEntity(boolean forward) {
    cursor.step(forward, EntityRows::isHead);
  }

  /** Opens or folds what the current row stands for. */
  public void toggle() {
    currentRow().ifPresent(this::toggle);
  }

  /** Opens or folds what a row stands for. */
  public void toggle(ReviewRow row) {
    ReviewChoices now = choices.get();
    switch (row) {
      case ReviewRow.Head head -> choose(now.toggleClosed(head.key()));
      case ReviewRow.AffectedHead head -> choose(now.toggleClosed(head.key()));
      case ReviewRow.Effect effect -> reveal(effect.effect().cause());
      case ReviewRow.Unchanged fold -> choose(now.toggleUnfolded(fold.key()));
      case ReviewRow.SkippedLines lines -> choose(now.unfoldField(lines.key(), lines.field()));
      case ReviewRow.SkippedItems items -> choose(now.unfoldField(items.key(), items.field()));
      default -> {}
    }
  }

  /** Shows a rename as a deletion and a creation, or as one again. */
  public void split(EntityKey key) {
    choose(choices.get().toggleSplit(key));
  }

  /** Says, or no longer says, why the change of the current row matters. */
  public void explain() {
    currentRow().ifPresent(this::explain);
  }

  /** Says, or no longer says, why the change of a row matters and whom it breaks. */
  public void explain(ReviewRow row) {
    String field = Explanations.field(row);
    choose(choices.get().toggleExplained(row.key(), field));
    if (choices.get().explained(row.key(), field)) {
      explanations.ask(row.key(), field);
    } else {
      explanations.forget(row.key(), field);
    }
  }

  /** Reverts what the current row stands for. */
  public void revert() {
    currentRow().ifPresent(this::revert);
  }

  /** Gives a row's field, or on an entity's head all of it, back what the base has. */
  public void revert(ReviewRow row) {
    edits.revert(row);
  }

  /** Marks the entity of the current row as reviewed, or no longer, and goes on when it is. */
  public void tick() {
    Optional<EntityReview> review = currentRow().flatMap(row -> review(row.key()));
    boolean reviewed = review.isPresent() && !ticks.has(review.get().key());
    review.ifPresent(one -> tick(one, reviewed));
    if (reviewed) {
      cursor.step(true, row -> row instanceof ReviewRow.Head);
    }
  }

  /** Marks an entity as reviewed as it is, or no longer. */
  public void tick(EntityReview review, boolean reviewed) {
    if (ticks.set(review.key(), reviewed)) {
      arrange();
    }
  }

  private Optional<EntityReview> review(EntityKey key) {
    Read shown = read;
    return shown == null
        ? Optional.empty()
        : Optional.ofNullable(shown.reviewed().get(key)).map(Reviewed::review);
  }

  /** Writes everything that changed as Markdown and hands it over. */
  public void writeMarkdown(Consumer<String> receiver) {
    Read shown = read;
    if (shown != null) {
      writing.markdown(content(reviews(shown)), receiver);
    }
  }

  /** Saves everything that changed as one page of HTML, in place of a file that is there. */
  public void saveHtml(String title, Path file) {
    Read shown = read;
    if (shown != null) {
      writing.html(title, content(reviews(shown)), file);
    }
  }

  /** Says that a file or a patch was copied. */
  public void copied(EntityReview review) {
    done.set(texts.get("review.copied.text", review.path()));
  }

  private void load() {
    tasks.latest(
        taskKey,
        BackgroundTask.of("review", progress -> source.read(progress, read))
            .onSuccess(result -> {
              Sides before = sides.get();
              read = result;
              ticks.follow(result);
              explanations.follow(before, result.sides());
              arrange();
            }));
  }

  private void choose(ReviewChoices chosen) {
    choices.set(chosen);
    arrange();
  }

  private static List<EntityReview> reviews(Read shown) {
    return shown.reviewed().values().stream().map(Reviewed::review).toList();
  }

  private ReviewContent content(List<EntityReview> reviews) {
    Read shown = read;
    if (shown == null) {
      return new ReviewContent(List.of(), Map.of(), null, null, false, Map.of(), Map.of());
    }
    return new ReviewContent(
        reviews,
        shown.totals(),
        explanations.analysis(),
        ticks.all(),
        shown.draft().isPresent(),
        explanations.answers(),
        shown.comments());
  }

  private void arrange() {
    Read shown = read;
    if (shown == null || closed) {
      return;
    }
    ReviewContent content = content(reviews(shown));
    ReviewChoices chosen = choices.get();
    ReviewChoices fitting =
        stacked && chosen.mode() == ReviewMode.SPLIT ? chosen.with(ReviewMode.UNIFIED) : chosen;
    ReviewLayout before = layout.get();
    tasks.latest(
        taskKey + " rows",
        BackgroundTask.of(
                "review-rows", progress -> ReviewLayout.of(content, fitting).keeping(before))
            .onSuccess(result -> {
              // One that was on its way when more was chosen does not answer a wish.
              EntityKey target = wanted;
              wanted = chosen == choices.get() ? null : target;
              show(shown, result, target);
            }));
  }

  private void show(Read shown, ReviewLayout result, @Nullable EntityKey target) {
    Optional<ReviewRow> before = currentRow();
    cursor.among(result.rows());
    layout.set(result);
    sides.set(shown.sides());
    phase.set(phaseOf(shown));
    if (target != null && cursor.goTo(target)) {
      return;
    }
    before.ifPresentOrElse(cursor::goTo, () -> cursor.select(0));
  }

  private static Phase phaseOf(Read shown) {
    if (shown.refused() != null) {
      return Phase.REFUSED;
    }
    if (shown.sides() == null) {
      return Phase.NO_DRAFT;
    }
    return shown.reviewed().isEmpty() ? Phase.NO_CHANGES : Phase.CHANGES;
  }

  @Override
  public void close() {
    closed = true;
    subscriptions.close();
  }
}
