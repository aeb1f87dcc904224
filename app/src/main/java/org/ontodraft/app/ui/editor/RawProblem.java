package org.ontodraft.app.ui.editor;

import org.ontodraft.app.service.Refusal;

/** Why typed files are not kept. */
sealed interface RawProblem {
  /** They are no files of the entity. */
  record Text(RawReading.Unreadable why) implements RawProblem {}

  /** One of them holds half of a character. */
  record HalfCharacter(int part) implements RawProblem {}

  /** The draft did not take it. */
  record Refused(Refusal refusal) implements RawProblem {}

  /** Keeping it failed; what happened was reported. */
  record NotKept() implements RawProblem {}
}
