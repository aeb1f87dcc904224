/** Refactorings of the open draft: what one would do, and doing it. */
@NullMarked
package org.ontodraft.app.service.refactoring;

import org.jspecify.annotations.NullMarked;
