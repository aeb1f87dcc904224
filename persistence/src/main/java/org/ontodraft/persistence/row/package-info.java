/** The rows Hibernate maps; they never leave the module. */
@NullMarked
package org.ontodraft.persistence.row;

import org.jspecify.annotations.NullMarked;
