package org.ontodraft.app.ui.conflict;

import org.ontodraft.model.entity.EntityKey;

/**
 * One decision of a rebase in words.
 *
 * @param field the field, or empty for the entity as a whole
 * @param open whether the curator has to decide
 */
record RebaseRow(
    EntityKey entity,
    String label,
    String field,
    String base,
    String mine,
    String upstream,
    String result,
    String why,
    boolean open) {}
