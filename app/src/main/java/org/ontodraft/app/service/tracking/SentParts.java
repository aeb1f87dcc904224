package org.ontodraft.app.service.tracking;

import java.util.List;
import java.util.Optional;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.Landing;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.ontology.Ontology;

/**
 * What was sent of a draft, read from the commit that was pushed.
 *
 * @param commit the version that was sent; empty when it is not on this computer, and the draft
 *     stands for it
 */
record SentParts(DraftOverlay draft, DraftOverlay went, Optional<Ontology> commit) {
  static SentParts of(Draft draft, Submission submission, SentDrafts drafts) {
    DraftOverlay whole = drafts.overlay(draft);
    Optional<Ontology> commit = drafts.version(submission.commit());
    Optional<Ontology> parent = drafts.version(submission.parent());
    DraftOverlay went =
        commit.isPresent() && parent.isPresent()
            ? Landing.sent(whole, parent.get(), commit.get())
            : whole;
    return new SentParts(whole, went, commit);
  }

  /** Where upstream has otherwise what was sent. */
  List<Landing.Difference> differences(Ontology upstream) {
    return Landing.differences(went, upstream);
  }

  /** Whether the draft has something that was not sent. */
  boolean hasRest() {
    return commit.map(sent -> !Landing.differences(draft, sent).isEmpty()).orElse(false);
  }
}
