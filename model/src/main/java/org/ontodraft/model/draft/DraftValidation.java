package org.ontodraft.model.draft;

import java.util.List;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;

/** Checks what a draft would leave upstream. */
public final class DraftValidation {
  private DraftValidation() {}

  /**
   * Findings of the changed entities against the repository's schemas and the rules on references,
   * and of unchanged entities that a change breaks: references to what the draft deletes, cycles it
   * closes. What was wrong before the draft is no finding. Errors first, then by key and pointer.
   */
  public static List<Finding> check(DraftOverlay overlay, RepositorySchemas schemas) {
    throw new UnsupportedOperationException(overlay.toString());
  }
}
