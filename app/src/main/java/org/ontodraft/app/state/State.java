package org.ontodraft.app.state;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The owner's side of an {@link Observed}. Changes are made one after another; listeners see every
 * value in order, so a listener must not wait for another thread that changes the same state.
 */
public final class State<T extends @Nullable Object> implements Observed<T> {
  private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();
  private volatile T value;

  private record Listener<T extends @Nullable Object>(Consumer<? super T> action) {}

  /** With a first value. */
  public State(T value) {
    this.value = value;
  }

  @Override
  public T get() {
    return value;
  }

  /** Another value; listeners are told before this returns. */
  public void set(T next) {
    update(ignored -> next);
  }

  /** Another value worked out from the present one. */
  public synchronized void update(UnaryOperator<T> change) {
    value = change.apply(value);
    for (Listener<T> listener : listeners) {
      listener.action().accept(value);
    }
  }

  @Override
  public synchronized Subscription follow(Consumer<? super T> listener) {
    Listener<T> entry = new Listener<>(listener);
    listeners.add(entry);
    listener.accept(value);
    return () -> listeners.removeIf(other -> other == entry);
  }

  @Override
  public int listenerCount() {
    return listeners.size();
  }
}
