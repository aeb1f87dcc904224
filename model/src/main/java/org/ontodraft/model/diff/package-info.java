/** Structural differences for people: rows of fields, not lines. */
@NullMarked
package org.ontodraft.model.diff;

import org.jspecify.annotations.NullMarked;
