package org.ontodraft.model.ontology;

import org.ontodraft.model.entity.EntityKey;

/**
 * One entity naming another. The target need not exist.
 *
 * @param pointer the field that holds the reference, as a JSON Pointer: {@code /parents}
 * @param position the place in a list, from 0; 0 for a single value
 */
public record EntityReference(EntityKey source, String pointer, int position, EntityKey target) {}
