package org.ontodraft.model.part;

import java.util.Comparator;
import org.ontodraft.model.entity.EntityKey;

/**
 * One change of a draft that can be sent by itself.
 *
 * @param field the field that changes; empty for an entity that comes or goes, or whose change
 *     cannot be told apart by fields
 */
public record DraftPart(EntityKey key, String field) implements Comparable<DraftPart> {
  private static final Comparator<DraftPart> ORDER =
      Comparator.comparing(DraftPart::key).thenComparing(DraftPart::field);

  /** The entity as a whole. */
  public static DraftPart whole(EntityKey key) {
    return new DraftPart(key, "");
  }

  /** Whether it is an entity as a whole. */
  public boolean isWhole() {
    return field.isEmpty();
  }

  @Override
  public int compareTo(DraftPart other) {
    return ORDER.compare(this, other);
  }
}
