/** The repository's own JSON Schemas. */
@NullMarked
package org.ontodraft.model.schema;

import org.jspecify.annotations.NullMarked;
