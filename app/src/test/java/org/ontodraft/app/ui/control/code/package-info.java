@NullMarked
package org.ontodraft.app.ui.control.code;

import org.jspecify.annotations.NullMarked;
