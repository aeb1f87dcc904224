/** Speed of what is beside the database, shown and never asserted. */
@NullMarked
package org.ontodraft.persistence.bench;

import org.jspecify.annotations.NullMarked;
