package org.ontodraft.app.forge;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;

/** Asks the adapter of the repository's forge. Thread-safe. */
public final class ForgesByKind implements Forge {
  private final Map<ForgeKind, Forge> forges = new EnumMap<>(ForgeKind.class);

  /**
   * All adapters.
   *
   * @param client one that follows no redirects
   * @param timeout the longest a call may take, from sending to the last byte of the answer
   */
  public ForgesByKind(HttpClient client, Duration timeout, InstantSource clock) {
    forges.put(ForgeKind.GITHUB, new GitHubForge(client, timeout, clock));
    forges.put(ForgeKind.GITLAB, new GitLabForge(client, timeout, clock));
    forges.put(ForgeKind.GITEA, new GiteaForge(client, timeout, clock));
  }

  private Forge of(ForgeKind kind) {
    Forge forge = forges.get(kind);
    if (forge == null) {
      throw new IllegalStateException("no adapter for " + kind);
    }
    return forge;
  }

  @Override
  public AccessOutcome access(ForgeRepository repository, Secret token) {
    return of(repository.kind()).access(repository, token);
  }

  @Override
  public FindOutcome find(ForgeRepository repository, Secret token, HeadBranch head) {
    return of(repository.kind()).find(repository, token, head);
  }

  @Override
  public OpenOutcome open(ForgeRepository repository, Secret token, NewPullRequest request) {
    return of(repository.kind()).open(repository, token, request);
  }

  @Override
  public ForgeReply<PullRequest> revise(
      ForgeRepository repository, Secret token, int number, Revision revision) {
    return of(repository.kind()).revise(repository, token, number, revision);
  }

  @Override
  public ForgeReply<ReviewComment> comment(
      ForgeRepository repository, Secret token, int number, String text) {
    return of(repository.kind()).comment(repository, token, number, text);
  }

  @Override
  public ForgeReply<PullRequest> request(
      ForgeRepository repository, Secret token, int number, ReviewRequest request) {
    return of(repository.kind()).request(repository, token, number, request);
  }

  @Override
  public ForgeReply<ForgeRepository> fork(ForgeRepository repository, Secret token) {
    return of(repository.kind()).fork(repository, token);
  }

  @Override
  public ForgeReply<Standing> standing(ForgeRepository repository, Secret token, int number) {
    return of(repository.kind()).standing(repository, token, number);
  }

  @Override
  public ForgeReply<List<ReviewComment>> comments(
      ForgeRepository repository, Secret token, int number) {
    return of(repository.kind()).comments(repository, token, number);
  }

  @Override
  public ForgeReply<ReviewComment> answer(
      ForgeRepository repository, Secret token, int number, ReviewComment comment, String text) {
    return of(repository.kind()).answer(repository, token, number, comment, text);
  }

  @Override
  public ForgeReply<List<OpenPullRequest>> openPullRequests(
      ForgeRepository repository, Secret token) {
    return of(repository.kind()).openPullRequests(repository, token);
  }

  @Override
  public ForgeReply<List<String>> touchedPaths(
      ForgeRepository repository, Secret token, int number) {
    return of(repository.kind()).touchedPaths(repository, token, number);
  }

  @Override
  public ForgeReply<Optional<String>> author(
      ForgeRepository repository, Secret token, String commit) {
    return of(repository.kind()).author(repository, token, commit);
  }

  @Override
  public ForgeReply<ForgePerson> who(ForgeKind kind, URI api, Secret token) {
    return of(kind).who(kind, api, token);
  }
}
