package org.ontodraft.app.ui.control;

import org.ontodraft.model.entity.EntityKey;

/** An entity to choose. */
public record Suggestion(EntityKey key, String label) {}
