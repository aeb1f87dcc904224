package org.ontodraft.app.service.submit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ontodraft.app.git.CommitOutcome;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.Submission;

/** What the commit of a draft is made of. */
final class DraftCommit {
  private DraftCommit() {}

  static String message(String title, String body) {
    return body.isEmpty() ? title : title + "\n\n" + body;
  }

  /** Every file that differs, by path; empty to delete it. */
  static Map<String, Optional<String>> files(DraftOverlay overlay) {
    Map<String, Optional<String>> files = new TreeMap<>();
    for (FileChange file : DraftFiles.of(overlay)) {
      files.put(file.path(), Optional.ofNullable(file.after()));
    }
    return files;
  }

  /** The commit; where only words are new, the one that the branch is at. */
  static String made(CommitOutcome outcome, Optional<Submission> before) throws StepFailed {
    return switch (outcome) {
      case CommitOutcome.Committed made -> made.commit();
      case CommitOutcome.Unchanged same ->
          before
              .map(Submission::commit)
              .orElseThrow(() -> StepFailed.at(SubmitStep.WRITE_OBJECTS, "SUBMIT-03"));
      case CommitOutcome.PathRefused refused ->
          throw StepFailed.at(
              SubmitStep.WRITE_OBJECTS, "SUBMIT-05", refused.path(), refused.existing());
    };
  }
}
