package org.ontodraft.model.format;

import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.ontology.SourceProblem;

/** What came of reading a file, or the files of one entity. */
public sealed interface DecodeResult {
  /**
   * There is a document.
   *
   * @param json the document as JSON; of a JSON file its text, exactly
   * @param notices what is odd but harmless
   */
  record Decoded(EntityDocument document, String json, List<SourceProblem> notices)
      implements DecodeResult {
    public Decoded {
      notices = List.copyOf(notices);
    }
  }

  /** They cannot be used; at least one problem says why. */
  record Rejected(List<SourceProblem> problems) implements DecodeResult {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
