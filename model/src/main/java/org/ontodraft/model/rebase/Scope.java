package org.ontodraft.model.rebase;

import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Place;

/** Which conflicts of a plan one choice is for. */
public sealed interface Scope {
  /** Whether a conflict is in the scope. */
  boolean contains(Conflict conflict);

  /** One field, or one entity as a whole. */
  record OfPlace(Place place) implements Scope {
    @Override
    public boolean contains(Conflict conflict) {
      return conflict.place().equals(place);
    }
  }

  /** An entity and all its fields. */
  record OfEntity(EntityKey key) implements Scope {
    @Override
    public boolean contains(Conflict conflict) {
      return conflict.place().key().equals(key);
    }
  }

  /** The entities of a type. */
  record OfType(EntityType type) implements Scope {
    @Override
    public boolean contains(Conflict conflict) {
      return conflict.place().key().type() == type;
    }
  }

  /** Every conflict like this one: of the same kind, about the same field of the same type. */
  record Alike(Conflict other) implements Scope {
    @Override
    public boolean contains(Conflict conflict) {
      Place place = conflict.place();
      return place.key().type() == other.place().key().type()
          && place.field().equals(other.place().field())
          && kind(conflict).equals(kind(other));
    }

    private static Object kind(Conflict conflict) {
      return switch (conflict) {
        case Conflict.Entity(EntityMerge merge) -> merge.kind();
        case Conflict.Semantic(var finding) -> finding.rule();
        case Conflict.Field _, Conflict.TypeChange _ -> conflict.getClass();
      };
    }
  }

  /** Every conflict. */
  record Everything() implements Scope {
    @Override
    public boolean contains(Conflict conflict) {
      return true;
    }
  }
}
