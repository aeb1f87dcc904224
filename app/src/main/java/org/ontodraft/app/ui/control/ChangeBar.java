package org.ontodraft.app.ui.control;

import java.util.List;
import javafx.scene.layout.Region;
import org.ontodraft.model.entity.EntityStatus;

/**
 * The bar left of a changed row: solid for added, double for modified and renamed, dashed for
 * deleted. Its meaning is said by the sign beside it.
 */
public final class ChangeBar extends Region {
  private static final List<String> STYLES = List.of("added", "modified", "deleted", "broken");

  private EntityStatus shown = EntityStatus.UNCHANGED;

  /** An empty bar, which keeps its place. */
  public ChangeBar() {
    getStyleClass().add("change-bar");
  }

  /** Shows a status. */
  public void show(EntityStatus status) {
    if (status == shown) {
      return;
    }
    shown = status;
    getStyleClass().removeAll(STYLES);
    switch (status) {
      case ADDED -> getStyleClass().add("added");
      case MODIFIED, RENAMED -> getStyleClass().add("modified");
      case DELETED -> getStyleClass().add("deleted");
      case CONFLICTED, BROKEN -> getStyleClass().add("broken");
      case UNCHANGED, AFFECTED -> {}
    }
  }
}
