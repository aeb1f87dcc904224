package org.ontodraft.model.format;

import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.ontology.SourceProblem;

/** What came of reading a file. */
public sealed interface DecodeResult {
  /**
   * The file holds a document.
   *
   * @param text the file's text, exactly
   * @param notices what is odd but harmless
   */
  record Decoded(EntityDocument document, String text, List<SourceProblem> notices)
      implements DecodeResult {
    public Decoded {
      notices = List.copyOf(notices);
    }
  }

  /** The file cannot be used. */
  record Rejected(SourceProblem problem) implements DecodeResult {}
}
