package org.ontodraft.model.refactor;

import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;
import tools.jackson.databind.JsonNode;

/** Something that a refactoring cannot settle by itself and a person should look at. */
public sealed interface Leftover {
  /** A reference that stays as it is, because its entity cannot do without. */
  record Reference(EntityReference reference) implements Leftover {}

  /**
   * A value that was given up for another one.
   *
   * @param kept the value that the entity has
   * @param dropped the value that it does not have
   */
  record Value(EntityKey entity, String field, JsonNode kept, JsonNode dropped)
      implements Leftover {}
}
