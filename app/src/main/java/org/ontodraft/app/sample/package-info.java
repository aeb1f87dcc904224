/** The ontology that comes with Ontodraft, and its local upstream. */
@NullMarked
package org.ontodraft.app.sample;

import org.jspecify.annotations.NullMarked;
