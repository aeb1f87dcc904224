/** Tests of what can be sent of a draft without the rest. */
@NullMarked
package org.ontodraft.model.part;

import org.jspecify.annotations.NullMarked;
