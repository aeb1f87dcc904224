/** The review, laid out and shown. */
@NullMarked
package org.ontodraft.app.ui.diff;

import org.jspecify.annotations.NullMarked;
