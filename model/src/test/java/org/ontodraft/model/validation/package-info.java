/** Tests. */
@NullMarked
package org.ontodraft.model.validation;

import org.jspecify.annotations.NullMarked;
