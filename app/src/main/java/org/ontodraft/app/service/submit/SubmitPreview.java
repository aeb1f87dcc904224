package org.ontodraft.app.service.submit;

import java.util.List;
import java.util.Optional;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.impact.VersionBump;
import org.ontodraft.model.validation.Finding;

/**
 * What a submit would send, before anything leaves this computer.
 *
 * @param title suggested from the changes; a person may edit it
 * @param body suggested description in Markdown
 * @param template what the description was made from
 * @param lately who changed the files last, the newest first, each once
 * @param branch the branch that would be pushed
 * @param opensPullRequest whether the remote is a forge Ontodraft can open a pull request at
 * @param updates the pull request that was opened before and that a commit would be added to,
 *     unless it has ended meanwhile
 * @param pushed what of the draft was pushed last, whatever became of it; empty while nothing has
 *     left this computer
 * @param chosen what of the draft is sent; all else here is about that alone
 */
public record SubmitPreview(
    String title,
    String body,
    DescriptionTemplate template,
    String remote,
    String targetBranch,
    String branch,
    boolean opensPullRequest,
    Optional<Integer> updates,
    Optional<Submission> pushed,
    SemverLevel level,
    List<VersionBump> bumps,
    List<FileChange> files,
    List<LatelyChanged> lately,
    List<Finding> findings,
    ChosenParts chosen) {
  public SubmitPreview {
    bumps = List.copyOf(bumps);
    files = List.copyOf(files);
    lately = List.copyOf(lately);
    findings = List.copyOf(findings);
  }

  /** Whether errors stand in the way. */
  public boolean blocked() {
    return files.isEmpty()
        || findings.stream()
            .anyMatch(f -> f.severity() == org.ontodraft.model.validation.Severity.ERROR);
  }
}
