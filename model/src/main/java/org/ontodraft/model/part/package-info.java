/** The parts of a draft that can be sent without the others, and what each of them needs. */
@NullMarked
package org.ontodraft.model.part;

import org.jspecify.annotations.NullMarked;
