package org.ontodraft.app.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * What the features give the window for one open workspace. The composition root makes it; the
 * shell closes it with the workspace. FX thread.
 */
public interface WorkspaceFeatures extends AutoCloseable {
  /** Makes the page of a place. */
  Page page(Place place);

  /**
   * The list of drafts that the draft switcher drops down.
   *
   * @param hide closes the drop-down
   */
  Node drafts(Runnable hide);

  /** Chooses what the page of {@link Place.Compare} compares, open or not. */
  void compare(ComparedSide base, ComparedSide mine);

  /** See {@link Navigator#newDraft()}. */
  void newDraft();

  /** Shares the open draft with others. */
  void shareDraft();

  /** Opens a draft that somebody shared. */
  void openSharedDraft();

  /** Shows in which database the ontology is kept. */
  void showDatabase();

  /** Asks where to write a backup and does so. */
  void backUp();

  /** See {@link Navigator#newEntity}. */
  void newEntity(EntityType type, Optional<EntityKey> parent);

  /** See {@link Navigator#addImage}. */
  void addImage(Optional<EntityKey> to, Optional<Path> file);

  /** See {@link Navigator#refactor}. */
  void refactor(RefactoringKind kind, EntityKey key);

  /** See {@link Navigator#changeParent}. */
  void changeParent(EntityKey category, Optional<EntityKey> from, Optional<EntityKey> to);

  /** Asks where to write the open draft and does so. */
  void exportDraft();

  /** Asks for a file of a draft, or of a wiki's push, and makes a draft of it. */
  void importDraft();

  /** Makes a draft of what is in the clipboard. */
  void importClipboard();

  @Override
  void close();
}
