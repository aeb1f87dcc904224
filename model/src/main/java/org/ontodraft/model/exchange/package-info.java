/** Drafts as files, to keep, to hand on and to move from one store to another. */
@NullMarked
package org.ontodraft.model.exchange;

import org.jspecify.annotations.NullMarked;
