package org.ontodraft.app.forge;

/**
 * A pull request to open.
 *
 * @param head the pushed branch
 * @param base the branch it is for
 * @param draft whether it is opened as one that is not to be merged yet
 */
public record NewPullRequest(
    String title, String body, HeadBranch head, String base, boolean draft) {}
