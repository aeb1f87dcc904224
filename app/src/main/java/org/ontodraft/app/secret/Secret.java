package org.ontodraft.app.secret;

import java.util.Arrays;

/**
 * A token or password. Prints as {@code ***}, so that it can stand in records and messages without
 * ending up in a log. Closing overwrites it; a closed secret reveals nothing any more. Thread-safe.
 */
public final class Secret implements AutoCloseable {
  private final char[] value;

  private Secret(char[] value) {
    this.value = value;
  }

  /** A secret with a copy of these characters. */
  public static Secret of(CharSequence value) {
    char[] copy = new char[value.length()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = value.charAt(i);
    }
    return new Secret(copy);
  }

  /** The value, for the one place that sends it. Never keep it, never log it. */
  public synchronized String reveal() {
    return new String(value);
  }

  /** Whether there is nothing in it. */
  public synchronized boolean isBlank() {
    return new String(value).isBlank();
  }

  @Override
  public synchronized void close() {
    Arrays.fill(value, ' ');
  }

  @Override
  public String toString() {
    return "***";
  }
}
