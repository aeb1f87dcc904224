package org.ontodraft.app.forge;

/**
 * A pull request that is open, and who opened it.
 *
 * @param author a user name
 */
public record OpenPullRequest(PullRequest pullRequest, String author) {}
