package org.ontodraft.model.exchange;

import java.util.List;

/** What came of reading a file as a draft. */
public sealed interface DraftFileReading {
  /** It is one. */
  record Read(DraftFile file) implements DraftFileReading {}

  /** It is none, or not whole; all that is wrong, in the order of the file. */
  record Refused(List<DraftFileProblem> problems) implements DraftFileReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
