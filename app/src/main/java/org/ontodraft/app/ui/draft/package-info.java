/** Drafts: starting one, the list of them, undo and redo. */
@NullMarked
package org.ontodraft.app.ui.draft;

import org.jspecify.annotations.NullMarked;
