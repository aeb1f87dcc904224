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

  /** The steps that leave a trace, in order; a stage is named when it is done. */
  public enum Stage {
    PLANNED,
    COMMITTED,
    PUSHED,
    PULL_REQUEST_OPEN,
    RECORDED
  }
}
