package org.ontodraft.model.refactor;

import java.util.List;

/** What became of a refactoring. */
public sealed interface RefactoringOutcome {
  /** It can be made. */
  record Previewed(RefactoringPreview preview) implements RefactoringOutcome {}

  /** It cannot, for at least one reason; nothing is changed. */
  record Refused(List<Refusal> reasons) implements RefactoringOutcome {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** A refusal for one reason. */
  static RefactoringOutcome refused(Refusal reason) {
    return new Refused(List.of(reason));
  }
}
