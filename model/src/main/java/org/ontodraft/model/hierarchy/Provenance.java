package org.ontodraft.model.hierarchy;

import org.ontodraft.model.entity.EntityKey;

/**
 * One place an effective item comes from.
 *
 * @param source the category that lists it
 * @param depth how many parent steps up the source is, 0 for the category itself
 * @param required whether the source requires it
 */
public record Provenance(EntityKey source, int depth, boolean required) {}
