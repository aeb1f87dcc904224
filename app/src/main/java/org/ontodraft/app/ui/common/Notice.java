package org.ontodraft.app.ui.common;

import java.util.List;

/**
 * Something a person should know, said in full: what happened, where, what is safe, what to do
 * next.
 *
 * @param text where and why; may be empty
 * @param safe what was not touched; may be empty
 * @param next what to do; may be empty
 * @param code short, for quoting; may be empty
 * @param choices what can be done from here, the safe one first
 */
public record Notice(
    Kind kind,
    String title,
    String text,
    String safe,
    String next,
    String code,
    List<Choice> choices) {
  public Notice {
    choices = List.copyOf(choices);
  }

  /** How it is drawn. */
  public enum Kind {
    DONE,
    INFO,
    WARNING,
    ERROR
  }

  /** A button of the notice. */
  public record Choice(String label, Runnable run) {}

  /** This notice, drawn as another kind. */
  Notice as(Kind other) {
    return new Notice(other, title, text, safe, next, code, choices);
  }

  /** This notice with one more choice. */
  public Notice with(String label, Runnable run) {
    List<Choice> more = new java.util.ArrayList<>(choices);
    more.add(new Choice(label, run));
    return new Notice(kind, title, text, safe, next, code, more);
  }
}
