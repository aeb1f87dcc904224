/** Use cases on the command line: no window, and no part of the window's toolkit. */
@NullMarked
package org.ontodraft.app.cli;

import org.jspecify.annotations.NullMarked;
