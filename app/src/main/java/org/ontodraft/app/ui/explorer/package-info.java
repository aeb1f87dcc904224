/** The tree of everything in the ontology. */
@NullMarked
package org.ontodraft.app.ui.explorer;

import org.jspecify.annotations.NullMarked;
