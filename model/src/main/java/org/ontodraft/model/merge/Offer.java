package org.ontodraft.model.merge;

/** What a choice would make of a value, or why it makes nothing of it. */
public sealed interface Offer<T> {
  /** The choice makes this of it. */
  record Available<T>(T value) implements Offer<T> {}

  /** The choice makes nothing of it. */
  record Unavailable<T>(Why why) implements Offer<T> {}

  /** Why a choice makes nothing of a value. */
  enum Why {
    /** A single value cannot be two. */
    ONE_VALUE,
    /** A set has no first and second: its union is all there is. */
    NO_ORDER,
    /** A side has no value, or one of another type. */
    OTHER_TYPE,
    /** Both sides changed the same words. */
    SAME_WORDS,
    /** Only text is made of words. */
    NO_TEXT,
    /** The side has no entity. */
    NO_ENTITY,
    /** It is a choice about an entity as a whole. */
    OF_ENTITIES,
    /** It is a choice about a field. */
    OF_FIELDS,
    /** About a key there is only the draft's and upstream's. */
    OF_CONTENT
  }
}
