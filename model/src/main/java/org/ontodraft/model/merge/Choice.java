package org.ontodraft.model.merge;

import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;

/** What a curator chose in place of what the merge decided, or could not decide. */
public sealed interface Choice {
  /** The kind of choice. */
  Kind kind();

  /** The kinds of choice; docs/merge-rules.md says what each makes of a field and of an entity. */
  enum Kind {
    /** What the draft says. */
    MINE,
    /** What upstream says. */
    UPSTREAM,
    /** What the base said. */
    BASE,
    /** No value, or no entity. */
    ABSENT,
    /** The items of both sides. */
    UNION,
    /** Both, the draft's first. */
    MINE_THEN_UPSTREAM,
    /** Both, upstream's first. */
    UPSTREAM_THEN_MINE,
    /** The words that each side changed. */
    WORDS,
    /** A value of the curator's own. */
    CUSTOM,
    /** The entity on both sides, each field by itself. */
    FIELDS,
    /** The entity, marked as deprecated. */
    DEPRECATE,
    /** The draft's entity under another key, beside what upstream has. */
    RECREATE
  }

  /** A choice that says all by its kind. */
  record Plain(Kind kind) implements Choice {
    /**
     * @throws IllegalArgumentException for a kind that needs a value or a key
     */
    public Plain {
      if (kind == Kind.CUSTOM || kind == Kind.RECREATE) {
        throw new IllegalArgumentException(kind + " says not all");
      }
    }
  }

  /** A value of the curator's own. */
  record Custom(JsonNode value) implements Choice {
    @Override
    public Kind kind() {
      return Kind.CUSTOM;
    }
  }

  /** The draft's entity under another key. */
  record Recreate(EntityKey key) implements Choice {
    @Override
    public Kind kind() {
      return Kind.RECREATE;
    }
  }

  /** A choice that says all by its kind. */
  static Choice of(Kind kind) {
    return new Plain(kind);
  }
}
