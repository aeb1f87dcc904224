package org.ontodraft.model.validation;

import java.util.List;
import java.util.function.Function;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;

/**
 * An entity to check.
 *
 * @param references the references it makes
 * @param presence whether what it refers to is there
 */
public record Subject(
    EntityKey key,
    EntityDocument document,
    List<EntityReference> references,
    Function<EntityKey, Presence> presence) {
  public Subject {
    references = List.copyOf(references);
  }

  /** Whether an entity is there. */
  public enum Presence {
    PRESENT,
    /** Its file is there and cannot be read (decision 5). */
    UNREADABLE,
    MISSING
  }
}
