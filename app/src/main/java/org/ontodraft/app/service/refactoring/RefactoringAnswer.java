package org.ontodraft.app.service.refactoring;

import java.util.List;
import org.ontodraft.model.refactor.Refusal;

/** What is said of a refactoring that somebody thinks of. */
public sealed interface RefactoringAnswer {
  /** It can be made. */
  record Possible(RefactoringReport report) implements RefactoringAnswer {}

  /** It cannot, for these reasons. */
  record Impossible(List<Refusal> reasons) implements RefactoringAnswer {
    public Impossible {
      reasons = List.copyOf(reasons);
    }
  }
}
