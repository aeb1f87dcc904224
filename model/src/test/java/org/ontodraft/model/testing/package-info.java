/** Fixtures for tests of this and other modules. */
@NullMarked
package org.ontodraft.model.testing;

import org.jspecify.annotations.NullMarked;
