/** Tests of snapshots. */
@NullMarked
package org.ontodraft.model.ontology;

import org.jspecify.annotations.NullMarked;
