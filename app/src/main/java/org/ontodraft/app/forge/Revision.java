package org.ontodraft.app.forge;

/** What can be changed about a pull request without a push. */
public sealed interface Revision {
  /** Other words. */
  record Words(String title, String body) implements Revision {}

  /** Given up. */
  record Close() implements Revision {}

  /** Taken up again. */
  record Reopen() implements Revision {}
}
