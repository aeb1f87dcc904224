package org.ontodraft.app.ui.editor;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What typed text stands for. */
sealed interface TypedValue {
  /** A value to keep; null takes the field out of the document. */
  record Valid(@Nullable JsonNode value) implements TypedValue {}

  /** Not a value of the field; nothing is kept. */
  record Invalid(FieldProblem problem) implements TypedValue {}
}
