/** Refactorings: what to do, what it would come to, and doing it as one step. */
@NullMarked
package org.ontodraft.app.ui.refactoring;

import org.jspecify.annotations.NullMarked;
