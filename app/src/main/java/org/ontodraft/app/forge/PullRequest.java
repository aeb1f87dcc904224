package org.ontodraft.app.forge;

import java.net.URI;

/**
 * A pull request at a forge.
 *
 * @param url where people read it
 * @param headCommit the commit its branch is at
 * @param draft whether it says that it is not to be merged yet
 */
public record PullRequest(
    int number,
    URI url,
    State state,
    String headBranch,
    String headCommit,
    String baseBranch,
    String title,
    String body,
    boolean draft) {
  /** How it stands. */
  public enum State {
    OPEN,
    MERGED,
    /** Closed without being merged. */
    CLOSED
  }
}
