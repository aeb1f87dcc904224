/** Drafts, their changes, the edit log and the overlay on a base version. */
@NullMarked
package org.ontodraft.model.draft;

import org.jspecify.annotations.NullMarked;
