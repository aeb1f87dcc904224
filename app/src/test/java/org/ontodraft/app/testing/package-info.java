/** Real repositories, servers and faults for tests. */
@NullMarked
package org.ontodraft.app.testing;

import org.jspecify.annotations.NullMarked;
