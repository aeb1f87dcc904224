package org.ontodraft.app.state;

import java.util.ArrayList;
import java.util.List;

/** The subscriptions of one owner, closed together. Used by one thread. */
public final class Subscriptions implements AutoCloseable {
  private final List<Subscription> open = new ArrayList<>();

  /** Keeps a subscription until {@link #close}. */
  public void add(Subscription subscription) {
    open.add(subscription);
  }

  @Override
  public void close() {
    open.forEach(Subscription::close);
    open.clear();
  }
}
