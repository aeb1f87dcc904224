/** Codecs between repository files and entities; paths and keys; format-preserving writing. */
@NullMarked
package org.ontodraft.model.format;

import org.jspecify.annotations.NullMarked;
