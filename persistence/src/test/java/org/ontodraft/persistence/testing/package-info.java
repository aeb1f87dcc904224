/** Databases to test with; also for other modules, through the test-jar. */
@NullMarked
package org.ontodraft.persistence.testing;

import org.jspecify.annotations.NullMarked;
