/** Background work with progress and cancel; no failure without a voice. */
@NullMarked
package org.ontodraft.app.task;

import org.jspecify.annotations.NullMarked;
