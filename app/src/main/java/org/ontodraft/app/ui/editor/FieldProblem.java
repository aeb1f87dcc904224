package org.ontodraft.app.ui.editor;

import org.ontodraft.app.service.Refusal;
import org.ontodraft.model.entity.EntityKey;

/** Why what was typed into a field is not kept, or what to know about it. */
public sealed interface FieldProblem {
  /** A whole number of zero or more is needed. */
  record NotWhole() implements FieldProblem {}

  /** A number is needed. */
  record NotNumber() implements FieldProblem {}

  /** Not JSON from this place on. */
  record NotJson(int line, int column) implements FieldProblem {}

  /** Not a name that an entity may have. */
  record NotKey(String text, EntityKey.KeyProblem problem) implements FieldProblem {}

  /** Two pages of a dashboard would have the same name. */
  record PageExists(String name) implements FieldProblem {}

  /** More was to be pasted than the field can take. */
  record TooLong(int units, int most) implements FieldProblem {}

  /** The draft did not take it. */
  record Refused(Refusal refusal) implements FieldProblem {}

  /** Keeping it failed; what happened was reported. */
  record NotKept() implements FieldProblem {}
}
