package org.ontodraft.model.impact;

/** Which part of a version number a change raises, the least first. */
public enum SemverLevel {
  NONE,
  PATCH,
  MINOR,
  MAJOR;

  /** The greater of the two. */
  public SemverLevel or(SemverLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
