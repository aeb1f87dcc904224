package org.ontodraft.model.merge;

import org.ontodraft.model.entity.EntityKey;

/**
 * Where a decision is taken.
 *
 * @param key the entity; of a renamed one the key it had at the base
 * @param field a member of its document, or empty for the entity as a whole
 */
public record Place(EntityKey key, String field) implements Comparable<Place> {
  /** The entity as a whole. */
  public static Place of(EntityKey key) {
    return new Place(key, "");
  }

  /** Whether this is an entity and not one of its fields. */
  public boolean isEntity() {
    return field.isEmpty();
  }

  @Override
  public int compareTo(Place other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : field.compareTo(other.field);
  }

  @Override
  public String toString() {
    return field.isEmpty() ? key.toString() : key + " " + field;
  }
}
