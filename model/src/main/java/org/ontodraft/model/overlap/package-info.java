/** Where people who do not know of each other change the same. */
@NullMarked
package org.ontodraft.model.overlap;

import org.jspecify.annotations.NullMarked;
