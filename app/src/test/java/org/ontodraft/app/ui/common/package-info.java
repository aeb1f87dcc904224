/** Tests. */
@NullMarked
package org.ontodraft.app.ui.common;

import org.jspecify.annotations.NullMarked;
