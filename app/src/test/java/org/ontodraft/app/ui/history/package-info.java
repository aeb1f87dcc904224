/** The history of an entity in a window. */
@NullMarked
package org.ontodraft.app.ui.history;

import org.jspecify.annotations.NullMarked;
