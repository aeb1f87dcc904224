package org.ontodraft.model.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.ontology.OntologyVersion;

/**
 * A curator's set of changes on top of one version; the changes themselves are kept apart.
 *
 * @param pullRequestUrl where the pull request is, once there is one
 * @param archived whether it was put away; it is kept, and listed apart
 * @param rowVersion for optimistic locking
 */
public record Draft(
    UUID id,
    String title,
    String description,
    DraftStatus status,
    OntologyVersion base,
    Instant createdAt,
    Instant modifiedAt,
    @Nullable String pullRequestUrl,
    boolean archived,
    int changeCount,
    long rowVersion) {
  /** The same draft as it was shown at a version. */
  public Draft at(long version) {
    return new Draft(
        id,
        title,
        description,
        status,
        base,
        createdAt,
        modifiedAt,
        pullRequestUrl,
        archived,
        changeCount,
        version);
  }
}
