/** Tests of repository schemas. */
@NullMarked
package org.ontodraft.model.schema;

import org.jspecify.annotations.NullMarked;
