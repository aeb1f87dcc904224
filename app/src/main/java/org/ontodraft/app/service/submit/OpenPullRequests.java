package org.ontodraft.app.service.submit;

import java.util.List;
import java.util.Optional;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.task.Progress;

/** The pull requests that are open at the repository, whoever opened them. Blocking. */
public interface OpenPullRequests {

  /** All of them; none where there is no forge to ask, or no token for it. */
  Outcome<List<TouchingPullRequest>> list();

  /**
   * Fetches the commits of one.
   *
   * @return the commit it goes back to on the default branch; empty where it cannot be had now
   */
  Optional<Brought> bring(TouchingPullRequest pullRequest, Progress progress);

  /**
   * The commits of a pull request, here.
   *
   * @param base where it left the default branch
   * @param head what it would have merged
   */
  record Brought(String base, String head) {}
}
