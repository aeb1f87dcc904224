/** Tests. */
@NullMarked
package org.ontodraft.app.ui.explorer;

import org.jspecify.annotations.NullMarked;
