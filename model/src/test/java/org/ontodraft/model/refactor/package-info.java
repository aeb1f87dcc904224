/** Refactorings, tested. */
@NullMarked
package org.ontodraft.model.refactor;

import org.jspecify.annotations.NullMarked;
