package org.ontodraft.app.ui.draft;

import java.util.UUID;
import org.ontodraft.model.entity.EntityKey;

/**
 * A step of the draft as it is listed.
 *
 * @param label what it did
 * @param key the entity it is about, the first of several
 * @param time when it was made, as people read it
 * @param undone whether it was undone and can be made again
 */
record StepRow(UUID step, String label, EntityKey key, String time, boolean undone) {}
