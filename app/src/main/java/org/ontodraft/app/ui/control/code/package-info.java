/** Text with a grammar: shown in colours, and typed. */
@NullMarked
package org.ontodraft.app.ui.control.code;

import org.jspecify.annotations.NullMarked;
