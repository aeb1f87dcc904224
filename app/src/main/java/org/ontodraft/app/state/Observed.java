package org.ontodraft.app.state;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value to read and to follow. Listeners are called on the thread that changes the value; a view
 * model hops to its own.
 */
public interface Observed<T extends @Nullable Object> {
  /** The present value. Any thread. */
  T get();

  /** Calls the listener with the present value at once, and with each later one. Any thread. */
  Subscription follow(Consumer<? super T> listener);

  /** How many listeners there are; for tests that look for leaks. */
  int listenerCount();
}
