package org.ontodraft.model.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftSource;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.OntologyVersion;

/**
 * One draft with everything a store knows of it, so that another store can take it over.
 *
 * @param comment what the curator noted for others
 * @param validatedAt null unless it is or was validated since its last edit
 * @param submittedAt null until it is submitted
 * @param archivedAt null unless it was put away
 * @param pullRequestUrl where the pull request is, once there is one
 * @param changes one for each entity, sorted by key
 * @param steps the edit log, in its order
 * @param intents what is meant by changes of several entities, in the order it was done
 * @param resolutions the decisions about conflicts that are kept for the next rebase
 */
public record PortableDraft(
    UUID id,
    String title,
    String description,
    @Nullable String comment,
    DraftStatus status,
    DraftSource source,
    OntologyVersion base,
    Instant createdAt,
    Instant modifiedAt,
    @Nullable Instant validatedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant archivedAt,
    @Nullable String pullRequestUrl,
    List<DraftChange> changes,
    List<DraftStep> steps,
    List<DraftIntent> intents,
    List<Resolution> resolutions,
    List<Submission> submissions) {
  public PortableDraft {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
    intents = List.copyOf(intents);
    resolutions = List.copyOf(resolutions);
    submissions = List.copyOf(submissions);
  }

  /** The draft with these decisions instead. */
  public PortableDraft with(List<Resolution> decisions) {
    return new PortableDraft(
        id,
        title,
        description,
        comment,
        status,
        source,
        base,
        createdAt,
        modifiedAt,
        validatedAt,
        submittedAt,
        archivedAt,
        pullRequestUrl,
        changes,
        steps,
        intents,
        decisions,
        submissions);
  }

  /** Of how many parts it is: changes, edits, decisions and submissions. */
  public long parts() {
    return changes.size()
        + steps.stream().mapToLong(step -> step.edits().size()).sum()
        + resolutions.size()
        + submissions.size();
  }
}
