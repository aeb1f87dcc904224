@NullMarked
package org.ontodraft.app.ui.palette;

import org.jspecify.annotations.NullMarked;
