/** What a change means for those who use the ontology: semantic versioning, with witnesses. */
@NullMarked
package org.ontodraft.model.impact;

import org.jspecify.annotations.NullMarked;
