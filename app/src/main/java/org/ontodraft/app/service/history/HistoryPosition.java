package org.ontodraft.app.service.history;

import org.ontodraft.model.entity.EntityKey;

/**
 * Where to read on.
 *
 * @param key what the entity was called there
 * @param commit the commit to look at next, by its full id
 */
public record HistoryPosition(EntityKey key, String commit) {}
