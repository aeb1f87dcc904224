package org.ontodraft.app.service.review;

import org.ontodraft.model.ontology.OntologyView;

/**
 * One side of a comparison, read.
 *
 * @param name what people call it: a draft's title, a tag, a branch; empty for a plain commit
 */
public record Compared(ComparedSide side, String name, OntologyView view) {}
