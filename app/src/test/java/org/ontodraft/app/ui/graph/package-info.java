@NullMarked
package org.ontodraft.app.ui.graph;

import org.jspecify.annotations.NullMarked;
