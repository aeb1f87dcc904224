package org.ontodraft.model.merge;

/** A resolution that was not used, and why. */
public record RefusedResolution(Resolution resolution, Reason reason) {

  /** Why a resolution was not used. */
  public enum Reason {
    /** Base, draft or upstream are not what they were when it was taken. */
    INPUTS_CHANGED,
    /** No side has such an entity or field. */
    NOTHING_THERE,
    /** The choice makes no value of what is there. */
    NOT_APPLICABLE,
    /** The new key is taken, is no key of the type, or is the entity's own. */
    KEY_TAKEN,
    /** Another resolution leaves no such entity. */
    ENTITY_GONE,
    /** A later resolution is about the same place. */
    REPLACED
  }
}
