package org.ontodraft.model.patch;

/**
 * Why a patch does not apply: the first operation that cannot be carried out.
 *
 * @param operation its place in the patch, from 0
 * @param op its name: {@code remove}
 * @param pointer the place it needs
 */
public record PatchProblem(int operation, String op, JsonPointer pointer, Reason reason) {
  /** What is wrong at the place (RFC 6902 section 4, RFC 6901 section 4). */
  public enum Reason {
    /** Nothing is there. */
    MISSING,
    /** A part of the way there is neither an object nor a list. */
    TYPE,
    /** Not an index of the list, or one behind its end. */
    INDEX,
    /** A {@code test} found another value. */
    TEST,
    /** The result would not be an entity's document. */
    RESULT
  }
}
