/** Parents, cycles, effective properties and subobjects with their provenance. */
@NullMarked
package org.ontodraft.model.hierarchy;

import org.jspecify.annotations.NullMarked;
