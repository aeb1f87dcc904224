@NullMarked
package org.ontodraft.app.service.graph;

import org.jspecify.annotations.NullMarked;
