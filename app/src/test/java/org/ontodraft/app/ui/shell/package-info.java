/** Tests. */
@NullMarked
package org.ontodraft.app.ui.shell;

import org.jspecify.annotations.NullMarked;
