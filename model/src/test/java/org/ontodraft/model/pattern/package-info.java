/** Tests. */
@NullMarked
package org.ontodraft.model.pattern;

import org.jspecify.annotations.NullMarked;
