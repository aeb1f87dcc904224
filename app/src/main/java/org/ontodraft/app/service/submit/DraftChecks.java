package org.ontodraft.app.service.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;

/**
 * Validates what would be sent. What was validated last is not validated again: a draft as it is at
 * one moment and its base never change. Thread-safe.
 */
final class DraftChecks {
  private volatile @Nullable Checked last;

  private record Checked(DraftOverlay draft, RepositorySchemas schemas, List<Finding> findings) {
    boolean isOf(DraftOverlay other, RepositorySchemas by) {
      return draft.sameAs(other) && schemas == by;
    }
  }

  /** What the rules say. */
  List<Finding> of(DraftOverlay draft, RepositorySchemas schemas) {
    Checked known = last;
    if (known != null && known.isOf(draft, schemas)) {
      return known.findings();
    }
    Checked now = new Checked(draft, schemas, List.copyOf(DraftValidation.check(draft, schemas)));
    last = now;
    return now.findings();
  }
}
