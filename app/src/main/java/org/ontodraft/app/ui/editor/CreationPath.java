package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * Entities that are created for the sake of each other: the last one is asked for now, and when it
 * is there the field of the one before goes on with it. Each is one step of the draft. FX thread.
 */
final class CreationPath {
  private final FormServices services;
  private final ObservableList<Level> levels = FXCollections.observableArrayList();
  private final ObservableList<Level> levelsView = FXCollections.unmodifiableObservableList(levels);

  /**
   * One entity on the way.
   *
   * @param wish the field that waits for it; empty for what was asked for by itself
   */
  record Level(NewEntityViewModel entity, Optional<EntityCreation.Wish> wish) {}

  private CreationPath(FormServices services) {
    this.services = services.with(this::begin);
  }

  /** A path that begins with an entity nobody waits for. */
  static CreationPath of(EntityType type, Optional<EntityKey> parent, FormServices services) {
    CreationPath path = new CreationPath(services);
    path.levels.add(
        new Level(new NewEntityViewModel(type, parent, path.services), Optional.empty()));
    return path;
  }

  /** A path that begins with an entity that a field waits for. */
  static CreationPath of(EntityCreation.Wish wish, FormServices services) {
    CreationPath path = new CreationPath(services);
    path.begin(wish);
    return path;
  }

  /** From what was asked for first to what is asked for now; empty at the end. */
  ObservableList<Level> levels() {
    return levelsView;
  }

  private void begin(EntityCreation.Wish wish) {
    NewEntityViewModel entity = new NewEntityViewModel(wish.type(), wish.parent(), services);
    entity.key().set(wish.key());
    levels.add(new Level(entity, Optional.of(wish)));
  }

  /**
   * Creates what is asked for now and goes back to where it is needed.
   *
   * @param made told the key of an entity that nobody waits for
   */
  void create(Consumer<EntityKey> made) {
    Level now = levels.getLast();
    now.entity()
        .create(
            key -> {
              levels.remove(now);
              now.wish().map(EntityCreation.Wish::created).orElse(made).accept(key);
            },
            () -> {});
  }

  /** Gives up what is asked for now; everything typed before is still there. */
  void cancel() {
    Level now = levels.getLast();
    levels.remove(now);
    now.wish().ifPresent(wish -> wish.cancelled().run());
  }

  /** Where one comes back to, from the first to the last: the fields that wait. */
  List<String> waiting() {
    return levels.stream()
        .flatMap(level -> level.wish().stream())
        .map(EntityCreation.Wish::field)
        .toList();
  }
}
