package org.ontodraft.app.ui.explorer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
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
  private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
  private final ObjectProperty<@Nullable ExplorerNode> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<Optional<EntityKey>> toReveal =
      new SimpleObjectProperty<>(Optional.empty());
  private final Set<ExplorerNode.Place> expanded = new HashSet<>();
  private volatile @Nullable ExplorerIndex index;

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
    expanded.add(new ExplorerNode.Place(EntityType.CATEGORY, List.of()));
    filter.subscribe((before, now) -> rebuild());
    subscriptions.add(workspace.effective().follow(view -> fx.execute(this::rebuild)));
    subscriptions.add(workspace.findings().follow(findings -> fx.execute(this::rebuild)));
  }

  private void rebuild() {
    String text = filter.get();
    tasks.latest(
        "explorer",
        BackgroundTask.of(
                "explorer tree",
                progress -> ExplorerTree.of(index(), workspace.findings().get(), text))
            .onSuccess(this::take));
  }

  /** The same index for the same ontology: a filter or a finding does not move anything. */
  private ExplorerIndex index() {
    DraftOverlay view = workspace.effective().get();
    ExplorerIndex known = index;
    if (known == null || known.view() != view) {
      known = ExplorerIndex.of(view);
      index = known;
    }
    return known;
  }

  private void take(ExplorerTree made) {
    found.set(made.filtered() ? texts.get("explorer.found", made.matchCount()) : "");
    tree.set(made);
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
  Set<ExplorerNode.Place> expanded() {
    return expanded;
  }

  /** Selects an entity in the tree, when it has it. */
  public void reveal(EntityKey key) {
    if (!filter.get().isEmpty() && tree.get() != null && tree.get().pathTo(key).isEmpty()) {
      filter.set("");
    }
    toReveal.set(Optional.of(key));
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
      case ExplorerNode.Section section -> navigator.newEntity(section.type(), Optional.empty());
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
