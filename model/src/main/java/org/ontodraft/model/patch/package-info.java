/** JSON Patch (RFC 6902) and JSON Pointer (RFC 6901). */
@NullMarked
package org.ontodraft.model.patch;

import org.jspecify.annotations.NullMarked;
