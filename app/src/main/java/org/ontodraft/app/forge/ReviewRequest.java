package org.ontodraft.app.forge;

import java.util.List;

/**
 * What to ask for beside a pull request.
 *
 * @param reviewers user names
 * @param labels names of labels
 */
public record ReviewRequest(List<String> reviewers, List<String> labels) {
  public ReviewRequest {
    reviewers = List.copyOf(reviewers);
    labels = List.copyOf(labels);
  }

  /** Whether nothing is asked for. */
  public boolean isEmpty() {
    return reviewers.isEmpty() && labels.isEmpty();
  }
}
