package org.ontodraft.app.forge;

import java.net.URI;

/**
 * A pull request at a forge.
 *
 * @param url where people read it
 * @param headCommit the commit its branch is at
 */
public record PullRequest(
    int number, URI url, State state, String headBranch, String headCommit, String baseBranch) {
  /** How it stands. */
  public enum State {
    OPEN,
    MERGED,
    /** Closed without being merged. */
    CLOSED
  }
}
