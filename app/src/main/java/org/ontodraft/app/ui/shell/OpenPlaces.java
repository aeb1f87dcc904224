package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.EditHistory;
import org.ontodraft.model.entity.EntityKey;

/**
 * What is open of a workspace: its tabs, the ways to the entities in them, and how they go along
 * when an entity gets another key. FX thread.
 */
final class OpenPlaces {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final TabsViewModel tabs = new TabsViewModel();
  private final ObjectProperty<Ways> ways = new SimpleObjectProperty<>(Ways.none());

  OpenPlaces(Workspace workspace, TaskRunner tasks) {
    this.workspace = workspace;
    this.tasks = tasks;
    tabs.places().addListener((ListChangeListener<Place>) change -> findWays());
  }

  /** The tabs. */
  TabsViewModel tabs() {
    return tabs;
  }

  /** Where the open entities are. */
  ObjectProperty<Ways> ways() {
    return ways;
  }

  /** The ontology is another now. */
  void viewChanged() {
    followRename();
    findWays();
  }

  /** A rename that was undone, or done again, takes what is open of the entity along. */
  void followRename() {
    Optional<EditHistory> history = workspace.draft().get().map(open -> open.history().get());
    DraftOverlay view = workspace.effective().get();
    renames(history.flatMap(EditHistory::nextRedo))
        .forEach(undone -> follow(undone.to(), undone.from(), view));
    renames(history.flatMap(EditHistory::nextUndo))
        .forEach(made -> follow(made.from(), made.to(), view));
  }

  private static List<DraftIntent.Rename> renames(Optional<DraftStep> step) {
    return step.stream()
        .flatMap(made -> made.intents().stream())
        .filter(DraftIntent.Rename.class::isInstance)
        .map(DraftIntent.Rename.class::cast)
        .toList();
  }

  private void follow(EntityKey gone, EntityKey now, DraftOverlay view) {
    boolean open = tabs.places().stream().anyMatch(at -> at.entity().equals(Optional.of(gone)));
    if (open && !view.exists(gone) && view.exists(now)) {
      tabs.renamed(gone, now);
    }
  }

  private void findWays() {
    List<EntityKey> keys =
        tabs.places().stream()
            .filter(Place.Entity.class::isInstance)
            .map(place -> ((Place.Entity) place).key())
            .toList();
    tasks.latest(
        "ways",
        BackgroundTask.of("ways", reporter -> Ways.to(keys, workspace.effective().get()))
            .onSuccess(ways::set));
  }

  /** Whether a place can be shown in this repository. */
  boolean canShow(Place place) {
    return switch (place) {
      case Place.Entity entity -> workspace.effective().get().find(entity.key()).isPresent();
      case Place.History history -> workspace.effective().get().find(history.key()).isPresent();
      case Place.Graph graph -> workspace.effective().get().find(graph.key()).isPresent();
      case Place.Review review -> workspace.draft().get().isPresent();
      case Place.Drafts drafts -> true;
      case Place.Steps steps -> workspace.draft().get().isPresent();
      case Place.Compare compare -> true;
      case Place.Activity activity -> true;
      case Place.Submit submit -> false;
      case Place.Rebase rebase -> false;
    };
  }

  /** What was shown before this, the newest first, as far as it is there. */
  List<Place> recent() {
    return tabs.recent().stream()
        .filter(place -> !place.equals(tabs.current().get()) && canShow(place))
        .toList();
  }
}
