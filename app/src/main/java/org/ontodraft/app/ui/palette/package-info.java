/** Going to an entity by typing what it is called. */
@NullMarked
package org.ontodraft.app.ui.palette;

import org.jspecify.annotations.NullMarked;
