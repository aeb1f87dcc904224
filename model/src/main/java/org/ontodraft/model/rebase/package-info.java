/** A whole draft on a newer version. */
@NullMarked
package org.ontodraft.model.rebase;

import org.jspecify.annotations.NullMarked;
