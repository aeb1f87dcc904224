@NullMarked
package org.ontodraft.model.graph;

import org.jspecify.annotations.NullMarked;
