/** One version of an ontology, its indexes, and the ports that store and read it. */
@NullMarked
package org.ontodraft.model.ontology;

import org.jspecify.annotations.NullMarked;
