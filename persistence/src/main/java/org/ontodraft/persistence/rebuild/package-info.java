/** Copies of the drafts outside the database, and the drafts made again from them. */
@NullMarked
package org.ontodraft.persistence.rebuild;

import org.jspecify.annotations.NullMarked;
