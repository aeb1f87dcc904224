package org.ontodraft.model.merge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.merge.FieldDecision.Reason;
import tools.jackson.databind.JsonNode;

/**
 * A field's merged value.
 *
 * @param reason null when neither side changed what the field means
 */
record MergedField(FieldSides sides, @Nullable JsonNode value, @Nullable Reason reason) {
  Optional<FieldDecision> decision() {
    return Optional.ofNullable(reason).map(given -> sides.decision(value, given));
  }
}
