/** Drafts to files and from them, asked for in dialogs. */
@NullMarked
package org.ontodraft.app.ui.exchange;

import org.jspecify.annotations.NullMarked;
