package org.ontodraft.app.forge;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.node.ObjectNode;

/** GitHub and GitHub Enterprise through the REST API, version 2022-11-28. Thread-safe. */
public final class GitHubForge implements Forge {
  private static final String API_VERSION = "2022-11-28";

  /** How GitHub writes the end of a token: {@code 2026-11-30 12:00:00 UTC}. */
  private static final DateTimeFormatter EXPIRES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss [z][xx]", Locale.ROOT);

  private final ForgeCalls calls;
  private final HubCalls hub;
  private final GitHubFollowing following;

  /**
   * An adapter.
   *
   * @param client one that follows no redirects
   * @param timeout the longest a call may take, from sending to the last byte of the answer
   */
  public GitHubForge(HttpClient client, Duration timeout, InstantSource clock) {
    this.calls =
        new ForgeCalls(
            client,
            timeout,
            clock,
            (request, token) ->
                request
                    .header("Accept", "application/vnd.github+json")
                    .header("X-GitHub-Api-Version", API_VERSION)
                    .header("Authorization", "Bearer " + token));
    this.hub = new HubCalls(calls, "number", "per_page");
    this.following = new GitHubFollowing(calls, hub);
  }

  @Override
  public AccessOutcome access(ForgeRepository repository, Secret token) {
    return hub.access(repository, token);
  }

  @Override
  public FindOutcome find(ForgeRepository repository, Secret token, HeadBranch head) {
    String query = "/pulls?head=" + ForgeCalls.escaped(head.label()) + "&state=all&per_page=10";
    ForgeReply<List<PullRequest>> found =
        ForgeCalls.reply(
            calls.get(token, HubCalls.at(repository, query), HubCalls.PULLS),
            list -> ForgeCalls.list(list).flatMap(HubShapes::pullRequests),
            "a list of pull requests");
    return switch (found) {
      case ForgeReply.Failed<List<PullRequest>> failed -> failed.failure();
      // A server that does not know the filter answers with pull requests of other branches.
      case ForgeReply.Given<List<PullRequest>> given ->
          HubShapes.newest(
              given.value().stream()
                  .filter(one -> one.headBranch().equals(head.branch()))
                  .toList());
    };
  }

  @Override
  public OpenOutcome open(ForgeRepository repository, Secret token, NewPullRequest request) {
    ObjectNode asked = hub.asked(repository, request);
    if (request.draft()) {
      asked.put("draft", true);
    }
    return OpenOutcome.of(
        hub.open(repository, token, asked), () -> find(repository, token, request.head()), request);
  }

  @Override
  public ForgeReply<PullRequest> revise(
      ForgeRepository repository, Secret token, int number, Revision revision) {
    return hub.revise(repository, token, number, revision);
  }

  @Override
  public ForgeReply<ReviewComment> comment(
      ForgeRepository repository, Secret token, int number, String text) {
    return hub.comment(repository, token, number, text);
  }

  @Override
  public ForgeReply<PullRequest> request(
      ForgeRepository repository, Secret token, int number, ReviewRequest request) {
    if (!request.labels().isEmpty()) {
      ObjectNode labels = calls.body();
      request.labels().forEach(labels.putArray("labels")::add);
      if (hub.mark(repository, token, number, labels)
          instanceof ForgeAnswers.Answer.Failed failed) {
        return ForgeReply.failed(failed.failure());
      }
    }
    return request.reviewers().isEmpty()
        ? hub.one(repository, token, number)
        : HubCalls.pullRequest(hub.askForReview(repository, token, number, request.reviewers()));
  }

  @Override
  public ForgeReply<ForgeRepository> fork(ForgeRepository repository, Secret token) {
    return hub.fork(repository, token);
  }

  @Override
  public ForgeReply<Standing> standing(ForgeRepository repository, Secret token, int number) {
    return following.standing(repository, token, number);
  }

  @Override
  public ForgeReply<List<ReviewComment>> comments(
      ForgeRepository repository, Secret token, int number) {
    return following.comments(repository, token, number);
  }

  @Override
  public ForgeReply<ReviewComment> answer(
      ForgeRepository repository, Secret token, int number, ReviewComment comment, String text) {
    if (comment.general()) {
      return comment(repository, token, number, text);
    }
    return ForgeCalls.reply(
        calls.send(
            token,
            "POST",
            HubCalls.at(
                repository, "/pulls/" + number + "/comments/" + comment.thread() + "/replies"),
            hub.pull("/comments/{comment}/replies"),
            calls.body().put("body", text)),
        GitHubFollowing::onLine,
        "a comment");
  }

  @Override
  public ForgeReply<List<OpenPullRequest>> openPullRequests(
      ForgeRepository repository, Secret token) {
    return hub.openPullRequests(repository, token);
  }

  @Override
  public ForgeReply<List<String>> touchedPaths(
      ForgeRepository repository, Secret token, int number) {
    return hub.touchedPaths(repository, token, number);
  }

  @Override
  public ForgeReply<Optional<String>> author(
      ForgeRepository repository, Secret token, String commit) {
    return hub.author(repository, token, "sha=" + ForgeCalls.escaped(commit) + "&per_page=1");
  }

  @Override
  public ForgeReply<ForgePerson> who(ForgeKind kind, URI api, Secret token) {
    ForgeAnswers.Answer answer = calls.get(token, api + "/user", "/user");
    return ForgeCalls.reply(
        answer,
        node ->
            Optional.of(node.path("login").asString(""))
                .filter(name -> !name.isEmpty())
                .map(name -> person(name, (ForgeAnswers.Answer.Json) answer)),
        "a user");
  }

  private static ForgePerson person(String name, ForgeAnswers.Answer.Json answer) {
    return new ForgePerson(
        name,
        Arrays.stream(answer.header("X-OAuth-Scopes").orElse("").split(","))
            .map(String::strip)
            .filter(scope -> !scope.isEmpty())
            .toList(),
        answer.header("GitHub-Authentication-Token-Expiration").flatMap(GitHubForge::expiry));
  }

  private static Optional<Instant> expiry(String text) {
    try {
      return Optional.of(Instant.from(EXPIRES.parse(text)));
    } catch (DateTimeParseException otherForm) {
      return Optional.empty();
    }
  }
}
