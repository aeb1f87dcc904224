package org.ontodraft.app.ui.refactoring;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringAnswer;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.refactoring.RefactoringReport;
import org.ontodraft.app.service.refactoring.RefactoringService;
import org.ontodraft.app.service.refactoring.RefactoringSubject;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.control.Suggestion;
import org.ontodraft.app.ui.control.Suggestions;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.ChangeParent;
import org.ontodraft.model.refactor.DeleteWithDependents;
import org.ontodraft.model.refactor.Deprecate;
import org.ontodraft.model.refactor.Leftover;
import org.ontodraft.model.refactor.MergeEntities;
import org.ontodraft.model.refactor.MoveBetweenModules;
import org.ontodraft.model.refactor.MovePropertyDown;
import org.ontodraft.model.refactor.MovePropertyUp;
import org.ontodraft.model.refactor.Refactoring;
import org.ontodraft.model.refactor.Rename;
import org.ontodraft.model.refactor.SplitEntity;

/**
 * A refactoring that somebody thinks of: what is chosen for it, and what it would come to by now.
 * One preview is worked out at a time; when it ends and something else was chosen meanwhile, that
 * is next. FX thread; {@link #close} with its form.
 */
final class RefactoringViewModel implements AutoCloseable {
  private final RefactoringSubject subject;
  private final Workspace workspace;
  private final RefactoringService service;
  private final TaskRunner tasks;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ObjectProperty<RefactoringKind> kind;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty label = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable EntityKey> source = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable EntityKey> target = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable EntityKey> item = new SimpleObjectProperty<>();
  private final ObservableSet<EntityKey> chosen = FXCollections.observableSet();
  private final ObjectProperty<SplitEntity.Place> place =
      new SimpleObjectProperty<>(SplitEntity.Place.PARENT);
  private final ObservableSet<String> taken = FXCollections.observableSet();
  private final ObservableList<Leftover.Value> disputed = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable RefactoringAnswer> answer =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private boolean running;
  private boolean closed;
  private long asked;

  /**
   * A refactoring of an entity.
   *
   * @param fx where changes of the draft are taken up: the FX thread
   */
  RefactoringViewModel(
      RefactoringKind kind,
      RefactoringSubject subject,
      Workspace workspace,
      RefactoringService service,
      TaskRunner tasks,
      Executor fx) {
    this.subject = subject;
    this.workspace = workspace;
    this.service = service;
    this.tasks = tasks;
    this.kind = new SimpleObjectProperty<>(kind);
    begin(kind);
    this.kind.subscribe((before, now) -> begin(now));
    for (StringProperty text : List.of(name, label, description)) {
      text.subscribe((before, now) -> ask());
    }
    for (ObjectProperty<?> choice : List.of(source, target, item, place)) {
      choice.subscribe((before, now) -> ask());
    }
    chosen.addListener((SetChangeListener<EntityKey>) change -> ask());
    taken.addListener((SetChangeListener<String>) change -> ask());
    subscriptions.add(workspace.effective().follow(view -> fx.execute(this::ask)));
  }

  /** What is likely meant. */
  private void begin(RefactoringKind now) {
    disputed.clear();
    taken.clear();
    chosen.clear();
    source.set(null);
    target.set(null);
    item.set(
        subject.items().isEmpty() || now == RefactoringKind.SPLIT
            ? null
            : subject.items().getFirst().key());
    switch (now) {
      case RENAME -> name.set(subject.key().key());
      case CHANGE_PARENT -> source.set(first(subject.parents()));
      case MOVE_UP ->
          target.set(first(subject.parents().isEmpty() ? subject.ancestors() : subject.parents()));
      case MOVE_BETWEEN_MODULES -> source.set(first(subject.owners()));
      case SPLIT -> description.set(subject.description());
      case MOVE_DOWN, MERGE, DEPRECATE, DELETE -> {}
    }
    ask();
  }

  private static @Nullable EntityKey first(List<RefactoringSubject.Named> entities) {
    return entities.isEmpty() ? null : entities.getFirst().key();
  }

  RefactoringSubject subject() {
    return subject;
  }

  /** Which refactoring it is; one of the alternatives of the first. */
  ObjectProperty<RefactoringKind> kind() {
    return kind;
  }

  /** The new key of what is renamed or split off. */
  StringProperty name() {
    return name;
  }

  /** What is split off is called so. */
  StringProperty label() {
    return label;
  }

  /** What is split off is described so. */
  StringProperty description() {
    return description;
  }

  /** The parent or module that is left; null for none. */
  ObjectProperty<@Nullable EntityKey> source() {
    return source;
  }

  /** The category, module or entity that gets something; null while none is chosen. */
  ObjectProperty<@Nullable EntityKey> target() {
    return target;
  }

  /** The property or subobject that is moved. */
  ObjectProperty<@Nullable EntityKey> item() {
    return item;
  }

  /** Items that are split off, or descendants that get an item. */
  ObservableSet<EntityKey> chosen() {
    return chosen;
  }

  /** Where what is split off stands. */
  ObjectProperty<SplitEntity.Place> place() {
    return place;
  }

  /** Fields of which a merge takes the value of the entity that goes. */
  ObservableSet<String> taken() {
    return taken;
  }

  /** What both entities of a merge have a value of, each field once. */
  ObservableList<Leftover.Value> disputed() {
    return disputed;
  }

  /** What it would come to; null while that is not known or something is still to be chosen. */
  ReadOnlyObjectProperty<@Nullable RefactoringAnswer> answer() {
    return answer.getReadOnlyProperty();
  }

  /** Whether the answer is not that of what is chosen now. */
  ReadOnlyBooleanProperty working() {
    return working.getReadOnlyProperty();
  }

  /** Whether it can be made as it is shown. */
  ReadOnlyBooleanProperty possible() {
    return possible.getReadOnlyProperty();
  }

  /** What is shown; empty while it cannot be made. */
  Optional<RefactoringReport> report() {
    return possible.get() && answer.get() instanceof RefactoringAnswer.Possible(var report)
        ? Optional.of(report)
        : Optional.empty();
  }

  /** What is chosen; empty while something is missing. */
  Optional<Refactoring> wanted() {
    EntityKey key = subject.key();
    EntityKey to = target.get();
    EntityKey from = source.get();
    EntityKey moved = item.get();
    return Optional.ofNullable(
        switch (kind.get()) {
          case RENAME -> name.get().equals(key.key()) ? null : new Rename(key, name.get());
          case CHANGE_PARENT -> from == null && to == null ? null : new ChangeParent(key, from, to);
          case MOVE_UP -> moved == null || to == null ? null : new MovePropertyUp(key, moved, to);
          case MOVE_DOWN ->
              moved == null ? null : new MovePropertyDown(key, moved, List.copyOf(chosen));
          case MOVE_BETWEEN_MODULES ->
              from == null || to == null ? null : new MoveBetweenModules(key, from, to);
          case SPLIT ->
              name.get().isEmpty() || chosen.isEmpty()
                  ? null
                  : new SplitEntity(
                      key,
                      name.get(),
                      label.get().isBlank() ? name.get() : label.get(),
                      description.get(),
                      splitOff(),
                      place.get());
          case MERGE -> to == null ? null : new MergeEntities(key, to, taken);
          case DEPRECATE -> new Deprecate(key, to);
          case DELETE -> new DeleteWithDependents(key);
        });
  }

  /** In the order of the category's lists. */
  private List<EntityKey> splitOff() {
    return subject.items().stream()
        .map(RefactoringSubject.Item::key)
        .filter(chosen::contains)
        .toList();
  }

  private void ask() {
    if (closed) {
      return;
    }
    asked++;
    possible.set(false);
    Optional<Refactoring> wanted = wanted();
    working.set(wanted.isPresent());
    if (wanted.isEmpty()) {
      answer.set(null);
    } else if (!running) {
      work(wanted.get());
    }
  }

  private void work(Refactoring wanted) {
    running = true;
    long number = asked;
    tasks.start(
        BackgroundTask.of("preview of a refactoring", progress -> service.preview(wanted))
            .onSuccess(found -> {
              if (number == asked && !closed) {
                take(found);
              }
            })
            .onEnd(() -> {
              running = false;
              if (number == asked) {
                working.set(false);
              } else if (!closed) {
                wanted().ifPresent(this::work);
              }
            }));
  }

  private void take(RefactoringAnswer found) {
    if (found instanceof RefactoringAnswer.Possible(RefactoringReport report)) {
      List<Leftover.Value> values =
          report.leftovers().stream()
              .filter(Leftover.Value.class::isInstance)
              .map(Leftover.Value.class::cast)
              .toList();
      if (!values.equals(disputed)) {
        disputed.setAll(values);
      }
    }
    answer.set(found);
    possible.set(found instanceof RefactoringAnswer.Possible);
  }

  /** Looks for entities by what is typed of their key or label. */
  void find(EntityType type, String typed, Consumer<List<Suggestion>> found) {
    tasks.latest(
        "refactoring suggestions",
        BackgroundTask.of(
                "suggestions",
                progress ->
                    Suggestions.find(
                        workspace.effective().get(),
                        type,
                        typed,
                        java.util.Set.of(subject.key().key())))
            .onSuccess(found));
  }

  /** The entity whose key or label is just this; null for none. */
  @Nullable EntityKey named(EntityType type, String typed) {
    String wanted = typed.strip();
    if (EntityKey.problemWith(type, wanted).isPresent()) {
      return null;
    }
    EntityKey key = EntityKey.of(type, wanted);
    return Objects.equals(key, subject.key()) ? null : key;
  }

  @Override
  public void close() {
    closed = true;
    subscriptions.close();
  }
}
