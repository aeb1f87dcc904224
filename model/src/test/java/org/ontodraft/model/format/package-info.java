/** Tests of the codecs and readers. */
@NullMarked
package org.ontodraft.model.format;

import org.jspecify.annotations.NullMarked;
