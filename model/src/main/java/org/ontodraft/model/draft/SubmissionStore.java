package org.ontodraft.model.draft;

import java.util.List;
import java.util.UUID;

/** Port to the database that keeps submissions. Blocking; not for the FX thread. */
public interface SubmissionStore {
  /** Inserts the submission or replaces the row with its id. */
  void save(Submission submission);

  /** A draft's submissions, the newest first. */
  List<Submission> ofDraft(UUID draft);

  /**
   * Saves the finished submission and moves its draft to {@link DraftStatus#SUBMITTED} with the
   * URL, as one transaction.
   */
  void record(Submission submission);
}
