/** Drafts: editing, undo and redo. */
@NullMarked
package org.ontodraft.app.service.draft;

import org.jspecify.annotations.NullMarked;
