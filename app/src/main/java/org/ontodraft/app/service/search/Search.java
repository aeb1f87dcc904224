package org.ontodraft.app.service.search;

import org.ontodraft.app.state.Observed;

/** One place where somebody types and looks at hits. Any thread. */
public interface Search extends AutoCloseable {
  /**
   * Asks in place of whatever was asked before. Only the newest question is answered, and again
   * when what is searched changes.
   */
  void ask(String text);

  /** The newest answer. */
  Observed<SearchAnswer> answer();

  @Override
  void close();
}
