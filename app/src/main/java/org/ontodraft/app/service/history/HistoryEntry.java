package org.ontodraft.app.service.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.ontology.OntologyHistory.AuthoredCommit;
import org.ontodraft.model.ontology.SourceProblem;

/**
 * What one commit did to an entity.
 *
 * @param key what it is called after the commit; of a deleted one, before
 * @param from what it was called before; null unless the commit renamed it
 * @param changes the fields that differ; none where only the writing of the file does
 * @param problems why its files could not be read, before or after
 */
public record HistoryEntry(
    AuthoredCommit commit,
    EntityKey key,
    @Nullable EntityKey from,
    EntityStatus status,
    List<FieldChange> changes,
    List<SourceProblem> problems) {
  public HistoryEntry {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }
}
