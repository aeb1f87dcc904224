package org.ontodraft.model.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one submit and how far it got. The commit is known before the first call to a server,
 * so running the plan again repeats nothing that is done.
 *
 * @param parent the commit it is made on
 * @param forge the kind of forge that takes the pull request; null when only a branch is pushed
 * @param number the pull request's number, once there is one
 */
public record Submission(
    UUID id,
    UUID draft,
    String title,
    String body,
    String parent,
    String commit,
    String remote,
    String branch,
    @Nullable String forge,
    @Nullable Integer number,
    @Nullable String url,
    Stage stage,
    Instant createdAt) {

  /** The same plan with other words and no commit yet. */
  public Submission withText(String newTitle, String newBody) {
    return copy(newTitle, newBody, "", branch, null, null, Stage.PLANNED);
  }

  /** The same plan with its commit; progress made with another commit is forgotten. */
  public Submission withCommit(String newCommit) {
    return newCommit.equals(commit)
        ? at(stage.compareTo(Stage.COMMITTED) > 0 ? stage : Stage.COMMITTED)
        : copy(title, body, newCommit, branch, null, null, Stage.COMMITTED);
  }

  /** The same plan for another branch, not yet pushed. */
  public Submission withBranch(String newBranch) {
    return copy(title, body, commit, newBranch, null, null, Stage.COMMITTED);
  }

  /** The same plan with its pull request open. */
  public Submission withPullRequest(int newNumber, String newUrl) {
    return copy(title, body, commit, branch, newNumber, newUrl, Stage.PULL_REQUEST_OPEN);
  }

  /** The same plan at another stage. */
  public Submission at(Stage newStage) {
    return copy(title, body, commit, branch, number, url, newStage);
  }

  /** Whether this stage has been reached. */
  public boolean reached(Stage asked) {
    return stage.compareTo(asked) >= 0;
  }

  /** Whether the other is the same plan, however far each got. */
  public boolean plansAs(Submission other) {
    return id.equals(other.id)
        && title.equals(other.title)
        && body.equals(other.body)
        && commit.equals(other.commit)
        && remote.equals(other.remote)
        && branch.equals(other.branch);
  }

  private Submission copy(
      String newTitle,
      String newBody,
      String newCommit,
      String newBranch,
      @Nullable Integer newNumber,
      @Nullable String newUrl,
      Stage newStage) {
    return new Submission(
        id, draft, newTitle, newBody, parent, newCommit, remote, newBranch, forge, newNumber,
        newUrl, newStage, createdAt);
  }

  /** The steps that leave a trace, in order; a stage is named when it is done. */
  public enum Stage {
    PLANNED,
    COMMITTED,
    PUSHED,
    PULL_REQUEST_OPEN,
    RECORDED
  }
}
