/** Tests. */
@NullMarked
package org.ontodraft.app.ui.welcome;

import org.jspecify.annotations.NullMarked;
