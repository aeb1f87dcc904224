package org.ontodraft.app.cli;

import java.util.List;
import org.ontodraft.app.service.Refusal;

/** The words of the command line, from the bundle. */
public interface Printed {
  /** The text of a key, filled with the arguments. */
  String text(String key, Object... arguments);

  /** What happened, where, and what to do next: a line each. */
  List<String> refusal(Refusal refusal);
}
