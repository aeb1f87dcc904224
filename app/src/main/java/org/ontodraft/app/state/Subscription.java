package org.ontodraft.app.state;

/** The right to be told of changes, until its owner closes it. Closing twice is harmless. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
