/** The graph of an entity, a module or an inheritance, as a picture and as its table twin. */
@NullMarked
package org.ontodraft.app.ui.graph;

import org.jspecify.annotations.NullMarked;
