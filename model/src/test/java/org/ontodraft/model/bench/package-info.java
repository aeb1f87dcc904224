/** Benchmarks of the engine; {@code packaging/bench/engine.sh} runs them. */
@NullMarked
package org.ontodraft.model.bench;

import org.jspecify.annotations.NullMarked;
