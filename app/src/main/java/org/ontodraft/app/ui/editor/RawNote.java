package org.ontodraft.app.ui.editor;

/** What there is to say beside the text of an entity. */
public enum RawNote {
  NONE,
  /** What was typed changes the layout alone, or what is no part of the entity. */
  NOTHING_CHANGED,
  /** The entity was changed elsewhere while text was typed that is not kept. */
  CHANGED_MEANWHILE,
  /** The text of the entity is shown in place of what was typed, which can be had again. */
  PUT_ASIDE
}
