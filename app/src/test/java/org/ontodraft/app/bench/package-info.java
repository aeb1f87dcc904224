/** Benchmarks, started by hand: packaging/bench. */
@NullMarked
package org.ontodraft.app.bench;

import org.jspecify.annotations.NullMarked;
