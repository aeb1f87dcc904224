/** A part of the ontology as nodes and links, and where they stand. */
@NullMarked
package org.ontodraft.model.graph;

import org.jspecify.annotations.NullMarked;
