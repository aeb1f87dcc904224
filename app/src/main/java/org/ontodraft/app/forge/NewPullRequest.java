package org.ontodraft.app.forge;

/**
 * A pull request to open.
 *
 * @param head the pushed branch
 * @param base the branch it is for
 */
public record NewPullRequest(String title, String body, String head, String base) {}
