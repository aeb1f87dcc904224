/** What tests of this and other modules start. */
@NullMarked
package org.ontodraft.migrations.testing;

import org.jspecify.annotations.NullMarked;
