package org.ontodraft.model.entity;

/** What a field's value is, which decides how it is edited, compared and merged. */
public enum FieldKind {
  /** One line of text. */
  TEXT,
  /** Prose or code over several lines. */
  LONG_TEXT,
  /** One of {@link FieldSpec#choices()}. */
  CHOICE,
  BOOLEAN,
  /** A whole number of zero or more. */
  INTEGER,
  /** The key of one entity of {@link FieldSpec#target()}. */
  KEY,
  /** Keys of entities of {@link FieldSpec#target()}; a set, its order means nothing. */
  KEY_SET,
  /** Strings; a set, its order means nothing. */
  STRING_SET,
  /** Dashboard pages: objects with {@code name} and {@code wikitext}, matched by name. */
  PAGES,
  /**
   * The image files that a draft adds to media, replaces or takes away: see {@code model.media}.
   */
  IMAGES,
  /** Anything else; shown and edited as JSON. */
  JSON
}
