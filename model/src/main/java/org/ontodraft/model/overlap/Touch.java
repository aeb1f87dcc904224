package org.ontodraft.model.overlap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;

/**
 * What of an entity somebody changes.
 *
 * @param whole whether the entity comes or goes
 * @param fields the fields that change, by their names in the document; none of a whole entity
 */
public record Touch(boolean whole, Set<String> fields) {
  /** Nothing of it. */
  public static final Touch NOTHING = new Touch(false, Set.of());

  private static final Touch WHOLE = new Touch(true, Set.of());

  /** Takes a copy. */
  public Touch {
    fields = Set.copyOf(fields);
  }

  /** What a change of a draft touches. */
  public static Touch of(DraftChange change) {
    return switch (change) {
      case DraftChange.Create create -> WHOLE;
      case DraftChange.Delete delete -> WHOLE;
      case DraftChange.Update update -> new Touch(false, update.patch().fields());
    };
  }

  /** What the changes of a draft touch. */
  public static Map<EntityKey, Touch> of(Iterable<DraftChange> changes) {
    Map<EntityKey, Touch> touches = new HashMap<>();
    changes.forEach(change -> touches.put(change.key(), of(change)));
    return touches;
  }

  /** What lies between two versions of an entity; null for no entity. */
  public static Touch between(
      EntityKey key, @Nullable EntityDocument before, @Nullable EntityDocument after) {
    if (before == null || after == null) {
      return before == after ? NOTHING : WHOLE;
    }
    Set<String> fields = new HashSet<>();
    for (FieldChange row : EntityDiff.between(key.type(), before, after)) {
      if (row.kind() != FieldChange.Kind.UNCHANGED) {
        fields.add(row.field().name());
      }
    }
    return new Touch(false, fields);
  }

  /** Whether nothing is touched. */
  public boolean isEmpty() {
    return !whole && fields.isEmpty();
  }

  /**
   * What both touch. Where one makes or removes the whole entity, the other's fields are met, or
   * the whole entity where both do.
   */
  public Touch and(Touch other) {
    if (isEmpty() || other.isEmpty()) {
      return NOTHING;
    }
    if (whole) {
      return other;
    }
    if (other.whole) {
      return this;
    }
    Set<String> both = new HashSet<>(fields);
    both.retainAll(other.fields);
    return new Touch(false, both);
  }
}
