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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** GitHub and GitHub Enterprise through the REST API, version 2022-11-28. Thread-safe. */
public final class GitHubForge implements Forge {
  private static final String API_VERSION = "2022-11-28";
  private static final String REPOSITORY = "/repos/{owner}/{repo}";
  private static final String PULLS = REPOSITORY + "/pulls";
  private static final String PULL = PULLS + "/{number}";
  private static final String NOT_A_PULL_REQUEST = "a pull request";

  /** How GitHub writes the end of a token: {@code 2026-11-30 12:00:00 UTC}. */
  private static final DateTimeFormatter EXPIRES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss [z][xx]", Locale.ROOT);

  private final ForgeCalls calls;
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
    this.following = new GitHubFollowing(calls);
  }

  static String at(ForgeRepository repository, String suffix) {
    return repository.api() + "/repos/" + repository.fullName() + suffix;
  }

  @Override
  public AccessOutcome access(ForgeRepository repository, Secret token) {
    return switch (calls.get(token, at(repository, ""), REPOSITORY)) {
      case ForgeAnswers.Answer.Failed failed -> failed.failure();
      case ForgeAnswers.Answer.Unchanged unasked -> new ForgeFailure.UnexpectedAnswer("HTTP 304");
      case ForgeAnswers.Answer.Json answer ->
          new AccessOutcome.Access(
              answer.value().path("permissions").path("push").asBoolean(false),
              answer.value().path("archived").asBoolean(false),
              answer.value().path("default_branch").asString(""));
    };
  }

  @Override
  public FindOutcome find(ForgeRepository repository, Secret token, HeadBranch head) {
    String query = "/pulls?head=" + ForgeCalls.escaped(head.label()) + "&state=all&per_page=10";
    ForgeReply<List<PullRequest>> found =
        ForgeCalls.reply(
            calls.get(token, at(repository, query), PULLS),
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
    boolean ofFork = !request.head().repository().fullName().equals(repository.fullName());
    ObjectNode body = calls.body();
    body.put("title", request.title());
    body.put("body", request.body());
    body.put("head", ofFork ? request.head().label() : request.head().branch());
    body.put("base", request.base());
    if (request.draft()) {
      body.put("draft", true);
    }
    ForgeReply<PullRequest> opened =
        pullRequest(token, "POST", at(repository, "/pulls"), PULLS, body);
    return OpenOutcome.of(opened, () -> find(repository, token, request.head()), request);
  }

  private ForgeReply<PullRequest> pullRequest(
      Secret token, String method, String address, String template, JsonNode body) {
    return ForgeCalls.reply(
        calls.send(token, method, address, template, body),
        HubShapes::pullRequest,
        NOT_A_PULL_REQUEST);
  }

  @Override
  public ForgeReply<PullRequest> revise(
      ForgeRepository repository, Secret token, int number, Revision revision) {
    ObjectNode body = calls.body();
    switch (revision) {
      case Revision.Words words -> body.put("title", words.title()).put("body", words.body());
      case Revision.Close close -> body.put("state", "closed");
      case Revision.Reopen reopen -> body.put("state", "open");
    }
    return pullRequest(token, "PATCH", at(repository, "/pulls/" + number), PULL, body);
  }

  @Override
  public ForgeReply<ReviewComment> comment(
      ForgeRepository repository, Secret token, int number, String text) {
    return ForgeCalls.reply(
        calls.send(
            token,
            "POST",
            at(repository, "/issues/" + number + "/comments"),
            REPOSITORY + "/issues/{number}/comments",
            calls.body().put("body", text)),
        HubShapes::general,
        "a comment");
  }

  @Override
  public ForgeReply<PullRequest> request(
      ForgeRepository repository, Secret token, int number, ReviewRequest request) {
    if (!request.labels().isEmpty()) {
      ObjectNode labels = calls.body();
      request.labels().forEach(labels.putArray("labels")::add);
      ForgeAnswers.Answer marked =
          calls.send(
              token,
              "POST",
              at(repository, "/issues/" + number + "/labels"),
              REPOSITORY + "/issues/{number}/labels",
              labels);
      if (marked instanceof ForgeAnswers.Answer.Failed failed) {
        return ForgeReply.failed(failed.failure());
      }
    }
    if (request.reviewers().isEmpty()) {
      return one(repository, token, number);
    }
    ObjectNode reviewers = calls.body();
    request.reviewers().forEach(reviewers.putArray("reviewers")::add);
    return pullRequest(
        token,
        "POST",
        at(repository, "/pulls/" + number + "/requested_reviewers"),
        PULL + "/requested_reviewers",
        reviewers);
  }

  private ForgeReply<PullRequest> one(ForgeRepository repository, Secret token, int number) {
    return ForgeCalls.reply(
        calls.get(token, at(repository, "/pulls/" + number), PULL),
        HubShapes::pullRequest,
        NOT_A_PULL_REQUEST);
  }

  @Override
  public ForgeReply<ForgeRepository> fork(ForgeRepository repository, Secret token) {
    return ForgeCalls.reply(
        calls.send(token, "POST", at(repository, "/forks"), REPOSITORY + "/forks", calls.body()),
        node -> {
          String owner = node.path("owner").path("login").asString("");
          String name = node.path("name").asString("");
          return owner.isEmpty() || name.isEmpty()
              ? Optional.empty()
              : Optional.of(repository.named(owner, name));
        },
        "a repository");
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
            at(repository, "/pulls/" + number + "/comments/" + comment.thread() + "/replies"),
            PULL + "/comments/{comment}/replies",
            calls.body().put("body", text)),
        GitHubFollowing::onLine,
        "a comment");
  }

  @Override
  public ForgeReply<List<OpenPullRequest>> openPullRequests(
      ForgeRepository repository, Secret token) {
    return new OpenLists(calls, "per_page")
        .open(
            token,
            at(repository, "/pulls?state=open"),
            PULLS,
            HubShapes::pullRequest,
            node -> node.path("user").path("login").asString(""));
  }

  @Override
  public ForgeReply<List<String>> touchedPaths(
      ForgeRepository repository, Secret token, int number) {
    return new OpenLists(calls, "per_page")
        .paths(
            token,
            at(repository, "/pulls/" + number + "/files"),
            PULL + "/files",
            "filename",
            "previous_filename");
  }

  @Override
  public ForgeReply<Optional<String>> author(
      ForgeRepository repository, Secret token, String commit) {
    return ForgeCalls.reply(
        calls.get(
            token,
            at(repository, "/commits?sha=" + ForgeCalls.escaped(commit) + "&per_page=1"),
            REPOSITORY + "/commits"),
        HubShapes::author,
        "a list of commits");
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
