package org.ontodraft.app.forge;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;

/**
 * Port to a forge. Every answer a server may give is an outcome; nothing is tried twice behind the
 * caller's back, so that running a plan again is the only retry there is. Blocking, for a bounded
 * time; not for the FX thread.
 */
public interface Forge {
  /** What the token's owner may do at the repository. */
  AccessOutcome access(ForgeRepository repository, Secret token);

  /** The pull request from a branch to this repository: an open one, else the newest. */
  FindOutcome find(ForgeRepository repository, Secret token, HeadBranch head);

  /** Opens a pull request, or tells the one that is open from the same branch. */
  OpenOutcome open(ForgeRepository repository, Secret token, NewPullRequest request);

  /** Changes a pull request's words, closes it or takes it up again. */
  ForgeReply<PullRequest> revise(
      ForgeRepository repository, Secret token, int number, Revision revision);

  /** Says something about a pull request as a whole. */
  ForgeReply<ReviewComment> comment(
      ForgeRepository repository, Secret token, int number, String text);

  /** Asks people to review a pull request and marks it with labels; either may be empty. */
  ForgeReply<PullRequest> request(
      ForgeRepository repository, Secret token, int number, ReviewRequest request);

  /**
   * The fork of the repository that belongs to the token's owner, made when there is none. It may
   * take the forge a while until the fork can be pushed to.
   */
  ForgeReply<ForgeRepository> fork(ForgeRepository repository, Secret token);

  /**
   * How a pull request stands. What has not changed since it was last asked costs no rate limit.
   */
  ForgeReply<Standing> standing(ForgeRepository repository, Secret token, int number);

  /** What was said about a pull request, the oldest first; up to {@value #MOST_COMMENTS}. */
  ForgeReply<List<ReviewComment>> comments(ForgeRepository repository, Secret token, int number);

  /** Answers a comment in its thread. */
  ForgeReply<ReviewComment> answer(
      ForgeRepository repository, Secret token, int number, ReviewComment comment, String text);

  /**
   * The pull requests that are open, up to {@value #MOST_LOOKED_THROUGH}, the newest first where
   * the forge lists them so. What has not changed since it was last asked costs no rate limit.
   */
  ForgeReply<List<OpenPullRequest>> openPullRequests(ForgeRepository repository, Secret token);

  /** The paths that a pull request touches, old names of moved files among them. */
  ForgeReply<List<String>> touchedPaths(ForgeRepository repository, Secret token, int number);

  /**
   * The user that a commit of the repository is by; empty where the forge knows none by that name
   * and address, where it is a machine, and at a forge that does not say it ({@link
   * ForgeKind#namesAuthors}).
   */
  ForgeReply<Optional<String>> author(ForgeRepository repository, Secret token, String commit);

  /** Who the token stands for. */
  ForgeReply<ForgePerson> who(ForgeKind kind, URI api, Secret token);

  /** The most comments that are read of one pull request. */
  int MOST_COMMENTS = 10_000;

  /** The most files of one pull request that are read. */
  int MOST_FILES = 3_000;

  /** The most pull requests, or labels, that are looked through where the forge cannot be asked. */
  int MOST_LOOKED_THROUGH = 500;
}
