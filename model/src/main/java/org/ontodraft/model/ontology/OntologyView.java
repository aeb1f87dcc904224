package org.ontodraft.model.ontology;

import java.util.List;
import java.util.Optional;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * An ontology to read: a canonical snapshot or a draft on top of one. Immutable and safe to share
 * between threads.
 */
public interface OntologyView {
  /** The version the view shows, or the base it is built on. */
  OntologyVersion version();

  /** The entities of a type, sorted by key; with a draft, deleted ones too. */
  List<EntitySummary> entities(EntityType type);

  /** The entity with this key. */
  Optional<EntitySummary> find(EntityKey key);

  /** Whether there is such an entity and no draft deletes it. */
  default boolean exists(EntityKey key) {
    return find(key).isPresent();
  }

  /** Whether the entity's document is the one in the objects that its summary names. */
  default boolean isStored(EntityKey key) {
    return true;
  }

  /** Every reference an entity makes, by field and position. */
  List<EntityReference> referencesFrom(EntityKey key);

  /** Every reference to this key, whether or not the entity exists; in no order. */
  List<EntityReference> referencesTo(EntityKey key);

  /**
   * The entity's document. May read from disk: never call it on the FX thread.
   *
   * @throws java.util.NoSuchElementException when the view has no such entity
   */
  EntityDocument document(EntityKey key);
}
