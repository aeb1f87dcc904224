/** Tests. */
@NullMarked
package org.ontodraft.app.ui.control;

import org.jspecify.annotations.NullMarked;
