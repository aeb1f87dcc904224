package org.ontodraft.app.service.submit;

import java.net.URI;
import java.util.List;

/**
 * An open pull request and the files it touches.
 *
 * @param author a user name at the forge
 * @param headCommit the commit its branch is at; empty where the forge does not tell
 * @param paths files before and after; empty where they were not asked for
 */
public record TouchingPullRequest(
    int number, URI url, String title, String author, String headCommit, List<String> paths) {
  public TouchingPullRequest {
    paths = List.copyOf(paths);
  }
}
