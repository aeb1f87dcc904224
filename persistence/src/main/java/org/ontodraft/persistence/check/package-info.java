/** Looks a closed store over, end to end, and changes nothing. */
@NullMarked
package org.ontodraft.persistence.check;

import org.jspecify.annotations.NullMarked;
