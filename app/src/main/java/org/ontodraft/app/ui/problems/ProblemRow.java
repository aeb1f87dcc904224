package org.ontodraft.app.ui.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;
import org.ontodraft.model.validation.Severity;

/**
 * A line of the problems pane.
 *
 * @param message what is wrong, in a sentence
 * @param where the entity's label, or the file and line
 * @param place the field as a JSON Pointer; empty for the whole
 * @param code the rule's name or the short code, for quoting
 * @param entity what to open, or null for a file that holds no entity
 * @param known whether it was so before the draft
 * @param fixes what the draft can do about it, the best first
 * @param later the finding whose fixes are worked out once they are wanted; null where they are
 *     known
 */
record ProblemRow(
    Severity severity,
    String message,
    String where,
    String place,
    String code,
    @Nullable EntityKey entity,
    boolean known,
    List<QuickFix> fixes,
    @Nullable Finding later) {
  ProblemRow {
    fixes = List.copyOf(fixes);
  }
}
