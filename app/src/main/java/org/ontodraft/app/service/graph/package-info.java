/** Where the nodes of a graph are put; the library that works it out stays behind this. */
@NullMarked
package org.ontodraft.app.service.graph;

import org.jspecify.annotations.NullMarked;
