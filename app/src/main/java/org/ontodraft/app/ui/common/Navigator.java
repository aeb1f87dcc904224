package org.ontodraft.app.ui.common;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** How features send a person to each other. FX thread. */
public interface Navigator {
  /** Shows a place in its tab, making the tab when there is none. */
  void open(Place place);

  /** Shows an entity. */
  default void openEntity(EntityKey key) {
    open(new Place.Entity(key));
  }

  /**
   * Shows an entity and puts the focus to a place in it.
   *
   * @param pointer the place as a JSON Pointer; empty for the whole
   */
  void openEntity(EntityKey key, String pointer);

  /** Shows what the draft changes. */
  default void openReview() {
    open(new Place.Review());
  }

  /** Shows what the draft does to one entity. */
  void openReview(EntityKey key);

  /** Shows the way to a pull request. */
  default void openSubmit() {
    open(new Place.Submit());
  }

  /** Shows what moving the draft would do. */
  default void openRebase() {
    open(new Place.Rebase());
  }

  /** Lets whatever is open of an entity go on under the key it has now. */
  void renamed(EntityKey from, EntityKey to);

  /** Closes a place's tab; nothing that is kept is lost. */
  void close(Place place);

  /** Closes what {@link #openRebase} shows. */
  default void closeRebase() {
    close(new Place.Rebase());
  }

  /** Shows what differs between two sides. */
  void openCompare(ComparedSide base, ComparedSide mine);

  /** Shows what differs between two sides, and goes to one entity of it. */
  void openCompare(ComparedSide base, ComparedSide mine, EntityKey key);

  /** Shows a page in the person's browser. */
  void browse(URI page);

  /** Shows who changed an entity, and when. */
  default void openHistory(EntityKey key) {
    open(new Place.History(key));
  }

  /** Shows what an entity is linked with, as a picture. */
  default void openGraph(EntityKey key) {
    open(new Place.Graph(key));
  }

  /** Selects an entity in the tree, without opening it. */
  void reveal(EntityKey key);

  /** Asks for a new draft's title and opens it. */
  void newDraft();

  /**
   * Asks what to create.
   *
   * @param parent the category that is to be its parent, if any
   */
  void newEntity(EntityType type, Optional<EntityKey> parent);

  /**
   * Puts an image file into the draft.
   *
   * @param to the medium it is for; empty to go by the file's name
   * @param file the file; empty to ask for it
   */
  void addImage(Optional<EntityKey> to, Optional<Path> file);

  /** Asks whether to deprecate or delete an entity, saying what refers to it. */
  default void deleteEntity(EntityKey key) {
    refactor(RefactoringKind.DELETE, key);
  }

  /** Asks what a refactoring of an entity is to do, and shows what it would come to. */
  void refactor(RefactoringKind kind, EntityKey key);

  /**
   * Shows what it would come to when a category had another parent, and asks.
   *
   * @param from the parent it leaves; empty to add one
   * @param to the parent it gets, if it is known
   */
  void changeParent(EntityKey category, Optional<EntityKey> from, Optional<EntityKey> to);

  /** Closes the workspace and goes back to the first screen. */
  void showWelcome();
}
