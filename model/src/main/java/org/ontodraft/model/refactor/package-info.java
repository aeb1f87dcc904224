/** Refactorings: changes of several entities that belong together, shown before they are made. */
@NullMarked
package org.ontodraft.model.refactor;

import org.jspecify.annotations.NullMarked;
