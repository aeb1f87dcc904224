/** Findings and the rules that make them. */
@NullMarked
package org.ontodraft.model.validation;

import org.jspecify.annotations.NullMarked;
