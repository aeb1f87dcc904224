/** Entity types, typed keys, documents and the fields each type knows. */
@NullMarked
package org.ontodraft.model.entity;

import org.jspecify.annotations.NullMarked;
