/** Pictures of files that anybody may have written: bounded, and refused with a sentence. */
@NullMarked
package org.ontodraft.app.ui.control.image;

import org.jspecify.annotations.NullMarked;
