package org.ontodraft.app.service.submit;

import java.util.List;
import java.util.Optional;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.Progress;

/** The pull requests that are open at the repository, whoever opened them. Blocking. */
public interface OpenPullRequests {
  /** Where there are none, ever. */
  OpenPullRequests NONE =
      new OpenPullRequests() {
        @Override
        public Outcome<List<TouchingPullRequest>> list() {
          return Outcome.done(List.of());
        }

        @Override
        public Observed<List<TouchingPullRequest>> known() {
          return new State<>(List.of());
        }

        @Override
        public Optional<Brought> bring(TouchingPullRequest pullRequest, Progress progress) {
          return Optional.empty();
        }
      };

  /** All of them; none where there is no forge to ask, or no token for it. */
  Outcome<List<TouchingPullRequest>> list();

  /** What {@link #list} answered last, whoever asked; a refusal leaves it. May change anywhere. */
  Observed<List<TouchingPullRequest>> known();

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
