package org.ontodraft.app.ui.common;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/** What a feature shows in a tab. FX thread. */
public interface Page {
  /** The tab's content. */
  Node content();

  /** What stands beside the content while the tab is shown, if anything. */
  default Optional<Node> inspector() {
    return Optional.empty();
  }

  /** What stands in the place of the explorer while the tab is shown, if anything. */
  default Optional<Node> side() {
    return Optional.empty();
  }

  /** The tab's name. */
  ObservableValue<String> title();

  /** The icon before the name. */
  Node icon();

  /** The mark behind the name; {@link EntityStatus#UNCHANGED} for none. */
  default ObservableValue<EntityStatus> status() {
    return new ReadOnlyObjectWrapper<>(EntityStatus.UNCHANGED);
  }

  /** Puts the focus where work begins. */
  void focus();

  /**
   * Goes to one entity of the page, for pages that show several. Others do nothing.
   *
   * @param entity text of the entity key
   */
  default void reveal(EntityKey entity) {}

  /**
   * Puts the focus to a place of the page's entity, as soon as it is there, for pages that have
   * places. Others do nothing.
   *
   * @param pointer the place as a JSON Pointer; empty for the whole
   */
  default void goTo(String pointer) {}

  /** Told whether it is the one that its side shows, at first and when that changes. */
  default void shown(boolean inFront) {}

  /** Does what a key of its part would do. */
  default void perform(Deed deed) {}

  /** Keeps what was typed and lets go of everything; the tab is gone. */
  void close();
}
