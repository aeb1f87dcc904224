package org.ontodraft.app.ui.explorer;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * What the explorer shows and does. Trees are made in the background, the newest wins. FX thread;
 * {@link #close} with the workspace.
 */
public final class ExplorerViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Texts texts;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ReadOnlyObjectWrapper<@Nullable ExplorerTree> tree = new ReadOnlyObjectWrapper<>();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<ExplorerFilter> narrowing =
      new SimpleObjectProperty<>(ExplorerFilter.NONE);
  private final ObjectProperty<ExplorerGrouping> grouping =
      new SimpleObjectProperty<>(ExplorerGrouping.TYPE);
  private final ReadOnlyObjectWrapper<Optional<ExplorerNode.Entity>> cut =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Occurrences> occurrences =
      new ReadOnlyObjectWrapper<>(Occurrences.NONE);
  private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper moveRefused = new ReadOnlyStringWrapper("");
  private final ObjectProperty<@Nullable ExplorerNode> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<Optional<EntityKey>> toReveal =
      new SimpleObjectProperty<>(Optional.empty());
  private final Map<ExplorerGrouping, Set<ExplorerNode.Place>> expanded =
      new EnumMap<>(
          Map.of(
              ExplorerGrouping.TYPE, opened(EntityType.CATEGORY),
              ExplorerGrouping.MODULE, opened(EntityType.MODULE),
              ExplorerGrouping.BUNDLE, opened(EntityType.BUNDLE)));
  private Supplier<RowsUpdate.@Nullable Shown> shown = () -> null;
  private RowsUpdate update = RowsUpdate.NONE;
  private @Nullable ExplorerRows rows;
  private volatile @Nullable ExplorerIndex index;
  private volatile @Nullable Membership membership;

  private record Membership(ExplorerIndex of, ModuleMembers members) {}

  /**
   * Follows a workspace.
   *
   * @param fx where state that changed elsewhere is taken up: the FX thread
   */
  public ExplorerViewModel(
      Workspace workspace, TaskRunner tasks, Navigator navigator, Texts texts, Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.navigator = navigator;
    this.texts = texts;
    filter.subscribe((before, now) -> narrowing.set(narrowing.get().withText(now)));
    narrowing.subscribe((before, now) -> rebuild());
    grouping.subscribe((before, now) -> rebuild());
    selected.subscribe((before, now) -> {
      findOccurrences();
      moveRefused.set("");
    });
    subscriptions.add(workspace.effective().follow(view -> fx.execute(this::rebuild)));
    subscriptions.add(workspace.findings().follow(findings -> fx.execute(this::rebuild)));
  }

  private void rebuild() {
    ExplorerFilter wanted = narrowing.get();
    ExplorerGrouping by = grouping.get();
    RowsUpdate.Shown before = shown.get();
    Set<ExplorerNode.Place> opened = Set.copyOf(expanded(by));
    tasks.latest(
        "explorer",
        BackgroundTask.of(
                "explorer tree",
                progress -> {
                  ExplorerIndex now = index();
                  boolean byMembers = by != ExplorerGrouping.TYPE || wanted.module().isPresent();
                  ModuleMembers members = byMembers ? members(now) : ModuleMembers.NONE;
                  ExplorerTree made =
                      ExplorerTree.of(now, members, workspace.findings().get(), by, wanted);
                  return before != null && made.replacesInPlace(before.tree())
                      ? new Made(made, RowsUpdate.of(before, made), null)
                      : new Made(made, RowsUpdate.NONE, rowsOf(made, opened));
                })
            .onSuccess(this::take));
  }

  /** The same index for the same ontology: a filter or a finding does not move anything. */
  private ExplorerIndex index() {
    DraftOverlay view = workspace.effective().get();
    ExplorerIndex known = index;
    if (known == null || known.view() != view) {
      known = known == null ? ExplorerIndex.of(view) : known.with(view);
      index = known;
    }
    return known;
  }

  private ModuleMembers members(ExplorerIndex now) {
    Membership known = membership;
    if (known == null || known.of() != now) {
      known = new Membership(now, new ModuleMembers(now));
      membership = known;
    }
    return known.members();
  }

  /**
   * A tree to take up.
   *
   * @param rows those of it, or null where it is taken up in place
   */
  private record Made(ExplorerTree tree, RowsUpdate update, @Nullable ExplorerRows rows) {}

  private void take(Made made) {
    ExplorerTree newer = made.tree();
    found.set(newer.filtered() ? texts.get("explorer.found", newer.matchCount()) : "");
    update = made.update();
    rows = made.rows();
    tree.set(newer);
    update = RowsUpdate.NONE;
    rows = null;
    findOccurrences();
  }

  /** An entity under very many parents has many places: they are looked for behind. */
  private void findOccurrences() {
    ExplorerTree shown = tree.get();
    if (shown == null || !(selected.get() instanceof ExplorerNode.Entity entity)) {
      occurrences.set(Occurrences.NONE);
      return;
    }
    EntityKey key = entity.key();
    tasks.latest(
        "explorer places",
        BackgroundTask.of("places in the tree", progress -> shown.occurrences(key))
            .onSuccess(occurrences::set));
  }

  /** The places of the selected entity. */
  ReadOnlyObjectProperty<Occurrences> occurrences() {
    return occurrences.getReadOnlyProperty();
  }

  /** What the tree is narrowed to, the text of {@link #filter} among it. */
  ObjectProperty<ExplorerFilter> narrowing() {
    return narrowing;
  }

  /** By what rows lie below each other. */
  ObjectProperty<ExplorerGrouping> grouping() {
    return grouping;
  }

  /** The row that is to be put below another parent. */
  ReadOnlyObjectProperty<Optional<ExplorerNode.Entity>> cut() {
    return cut.getReadOnlyProperty();
  }

  /** Takes the selected category up, to be put below another parent. */
  void cutSelected() {
    if (selected.get() instanceof ExplorerNode.Entity entity) {
      if (movable(entity)) {
        cut.set(Optional.of(entity));
        moveRefused.set("");
      } else {
        boolean category = entity.key().type() == EntityType.CATEGORY;
        moveRefused.set(
            texts.get(category ? "explorer.cut.deleted" : "explorer.cut.type", entity.label()));
      }
    }
  }

  /** Why what is taken up cannot be put where somebody wants it; empty where it can. */
  ReadOnlyStringProperty moveRefused() {
    return moveRefused.getReadOnlyProperty();
  }

  /** Somebody is over a row with what is taken up, or over none: says why it cannot go there. */
  void considers(@Nullable ExplorerNode target) {
    moveRefused.set(target == null ? "" : cut.get().map(row -> whyNot(row, target)).orElse(""));
  }

  private String whyNot(ExplorerNode.Entity moved, ExplorerNode target) {
    return switch (target) {
      case ExplorerNode.Section heading -> texts.get("explorer.drop.heading");
      case ExplorerNode.Entity row when row.key().type() != EntityType.CATEGORY ->
          texts.get("explorer.drop.type", row.label());
      case ExplorerNode.Entity row when row.deleted() ->
          texts.get("explorer.drop.deleted", row.label());
      case ExplorerNode.Entity row when row.key().equals(moved.key()) ->
          texts.get("explorer.drop.self");
      case ExplorerNode.Entity row -> "";
    };
  }

  /** Lets go of what was taken up. */
  void forgetCut() {
    cut.set(Optional.empty());
    moveRefused.set("");
  }

  /** Shows what it would come to when what was taken up lay below the selected category. */
  void pasteBelowSelected(boolean add) {
    considers(selected.get());
    if (selected.get() instanceof ExplorerNode.Entity target) {
      cut.get().ifPresent(moved -> moveBelow(moved, target, add));
    }
  }

  /** Whether a row can be put below another parent. */
  boolean movable(ExplorerNode.Entity row) {
    return row.key().type() == EntityType.CATEGORY && !row.deleted();
  }

  /** Whether a row can be put below another. */
  boolean canMove(ExplorerNode.Entity moved, ExplorerNode.Entity target) {
    return movable(moved) && whyNot(moved, target).isEmpty();
  }

  /**
   * Shows what it would come to when a category lay below another, and asks.
   *
   * @param add whether the parent it is shown under stays one
   */
  void moveBelow(ExplorerNode.Entity moved, ExplorerNode.Entity target, boolean add) {
    if (canMove(moved, target)) {
      Optional<EntityKey> from =
          Optional.ofNullable(moved.place().parent())
              .filter(parent -> !add && parent.type() == EntityType.CATEGORY);
      navigator.changeParent(moved.key(), from, Optional.of(target.key()));
      cut.set(Optional.empty());
    }
  }

  /**
   * Asks what is shown before each new tree, so that what changes of it is worked out behind.
   *
   * @param rows what is shown now, or null for nothing
   */
  void shows(Supplier<RowsUpdate.@Nullable Shown> rows) {
    shown = rows;
  }

  /** What the newest tree changes of what is shown, while it is being taken up. */
  RowsUpdate update() {
    return update;
  }

  /** The rows of the newest tree; those that were made behind, while it is being taken up. */
  ExplorerRows rowsOf(ExplorerTree newest) {
    ExplorerRows made = rows;
    if (made == null || made.tree() != newest) {
      made = rowsOf(newest, expanded(newest.grouping()));
    }
    if (!newest.filtered()) {
      made.follow(expanded(newest.grouping()));
    }
    return made;
  }

  private static ExplorerRows rowsOf(ExplorerTree tree, Set<ExplorerNode.Place> opened) {
    return ExplorerRows.made(tree, tree.filtered() ? tree.openedByFilter() : opened);
  }

  /** The newest tree; null until the first is made. */
  public ReadOnlyObjectProperty<@Nullable ExplorerTree> tree() {
    return tree.getReadOnlyProperty();
  }

  /** What is typed to filter by: words that label or id must hold. */
  StringProperty filter() {
    return filter;
  }

  /** How much the filter found, in words; empty without a filter. */
  ReadOnlyStringProperty found() {
    return found.getReadOnlyProperty();
  }

  /** The selected row. */
  ObjectProperty<@Nullable ExplorerNode> selected() {
    return selected;
  }

  /** The entity that the view is to bring into sight and select, if any. */
  ObjectProperty<Optional<EntityKey>> toReveal() {
    return toReveal;
  }

  /** The rows a person opened; kept over every refresh. */
  Set<ExplorerNode.Place> expanded(ExplorerGrouping by) {
    return expanded.getOrDefault(by, Set.of());
  }

  private static Set<ExplorerNode.Place> opened(EntityType heading) {
    return new HashSet<>(Set.of(ExplorerNode.Place.of(heading)));
  }

  /** Selects an entity in the tree, when it has it. */
  public void reveal(EntityKey key) {
    if (!narrowing.get().isNone() && tree.get() != null && tree.get().pathTo(key).isEmpty()) {
      clearFilter();
    }
    toReveal.set(Optional.of(key));
  }

  /** Shows everything again. */
  void clearFilter() {
    filter.set("");
    narrowing.set(ExplorerFilter.NONE);
  }

  /** Whether the selected row is an entity. */
  boolean entitySelected() {
    return selected.get() instanceof ExplorerNode.Entity;
  }

  /** Opens the selected entity. */
  void openSelected() {
    if (selected.get() instanceof ExplorerNode.Entity entity) {
      navigator.openEntity(entity.key());
    }
  }

  /** Asks for a new entity of the selected row's type, below it where it is a category. */
  public void createAtSelected() {
    switch (selected.get()) {
      case ExplorerNode.Entity entity ->
          navigator.newEntity(
              entity.key().type(),
              entity.key().type() == EntityType.CATEGORY && !entity.deleted()
                  ? Optional.of(entity.key())
                  : Optional.empty());
      case ExplorerNode.Section(ExplorerNode.Heading.OfType(EntityType type), int c, int b) ->
          navigator.newEntity(type, Optional.empty());
      case ExplorerNode.Section loose -> navigator.newEntity(EntityType.CATEGORY, Optional.empty());
      case null -> navigator.newEntity(EntityType.CATEGORY, Optional.empty());
    }
  }

  /** The refactorings for the selected entity, but for deleting it. */
  List<RefactoringKind> refactorings() {
    return selected.get() instanceof ExplorerNode.Entity entity && !entity.deleted()
        ? RefactoringKind.of(entity.key().type()).stream()
            .filter(kind -> kind != RefactoringKind.DELETE)
            .toList()
        : List.of();
  }

  /** Asks what a refactoring of the selected entity is to do. */
  void refactorSelected(RefactoringKind kind) {
    if (selected.get() instanceof ExplorerNode.Entity entity && !entity.deleted()) {
      navigator.refactor(kind, entity.key());
    }
  }

  /** Shows what the selected entity is linked with. */
  void showGraphOfSelected() {
    if (selected.get() instanceof ExplorerNode.Entity entity) {
      navigator.openGraph(entity.key());
    }
  }

  /** Shows what the draft does to the selected entity. */
  void compareSelected() {
    if (selected.get() instanceof ExplorerNode.Entity entity) {
      navigator.openReview(entity.key());
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
