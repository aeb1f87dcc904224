package org.ontodraft.app.ui.editor;

import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Asks for an entity that a field wants and nobody has. FX thread. */
@FunctionalInterface
public interface EntityCreation {
  /** Asks for it; {@link Wish#created} or {@link Wish#cancelled} follows, once. */
  void begin(Wish wish);

  /**
   * What is wanted.
   *
   * @param key as typed, to begin with
   * @param parent the category it is to be in, for a resource
   * @param field what it is for, in words, where one comes back to
   * @param created takes the key once there is such an entity
   * @param cancelled told when there will be none
   */
  record Wish(
      EntityType type,
      String key,
      Optional<EntityKey> parent,
      String field,
      Consumer<EntityKey> created,
      Runnable cancelled) {}
}
