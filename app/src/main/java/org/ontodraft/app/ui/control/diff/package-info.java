/** Rows and cells that show values beside each other, for review and rebase. */
@NullMarked
package org.ontodraft.app.ui.control.diff;

import org.jspecify.annotations.NullMarked;
