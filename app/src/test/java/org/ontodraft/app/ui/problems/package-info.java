/** Tests. */
@NullMarked
package org.ontodraft.app.ui.problems;

import org.jspecify.annotations.NullMarked;
