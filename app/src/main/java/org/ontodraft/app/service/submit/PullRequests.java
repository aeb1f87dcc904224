package org.ontodraft.app.service.submit;

import java.util.List;
import java.util.Optional;
import org.ontodraft.app.forge.PullRequest;
import org.ontodraft.app.forge.ReviewComment;
import org.ontodraft.app.forge.ReviewRequest;
import org.ontodraft.app.forge.Revision;
import org.ontodraft.app.forge.Standing;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;

/** The pull requests of one repository at its forge, if it has one. Blocking. */
public interface PullRequests {
  /** The kind of forge, such as {@code github}; empty when the remote is none that is known. */
  Optional<String> forge();

  /** The server that wants a token, while none is kept for it. */
  Optional<Origin> missingToken();

  /** Keeps a token for the forge's server, and says where. */
  SecretStore.Kept keepToken(Secret token);

  /**
   * Where this person can push branches: the repository itself, or else her fork of it, which is
   * made when there is none.
   */
  Outcome<Remote> pushTarget();

  /**
   * The pull request of a branch, whatever its state.
   *
   * @param pushed where the branch is: a {@link #pushTarget}
   */
  Outcome<Optional<PullRequest>> find(Remote pushed, String branch);

  /** Opens a pull request from a branch; one that is there already is answered instead. */
  Outcome<PullRequest> create(Remote pushed, String branch, String target, Words words);

  /** Changes the words of a pull request, closes it or takes it up again. */
  Outcome<PullRequest> revise(int number, Revision revision);

  /** Asks for reviewers and labels. */
  Outcome<PullRequest> request(int number, ReviewRequest request);

  /** How a pull request stands. */
  Outcome<Standing> standing(int number);

  /** What was said about a pull request, the oldest first. */
  Outcome<List<ReviewComment>> comments(int number);

  /**
   * The pull requests that are open, with the files they touch. The files of one are asked for once
   * for each commit of its branch, and of the {@value #MOST_WITH_PATHS} first ones alone; what has
   * not changed costs no rate limit.
   */
  Outcome<List<TouchingPullRequest>> openPullRequests();

  /** Of more pull requests the files are not asked for. */
  int MOST_WITH_PATHS = 100;

  /**
   * The users that these commits are by, in their order and each once, without the token's owner. A
   * commit is asked for once.
   */
  Outcome<Suggested> authors(List<String> commits);

  /** Answers a comment. */
  Outcome<ReviewComment> answer(int number, ReviewComment comment, String text);

  /**
   * What a new pull request says.
   *
   * @param draft whether it is opened as one that is not to be merged yet
   */
  record Words(String title, String body, boolean draft) {}
}
