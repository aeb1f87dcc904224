/** Semantic versioning, tested. */
@NullMarked
package org.ontodraft.model.impact;

import org.jspecify.annotations.NullMarked;
