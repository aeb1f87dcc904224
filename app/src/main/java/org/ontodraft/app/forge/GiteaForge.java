package org.ontodraft.app.forge;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gitea and Forgejo through the REST API, version 1. Thread-safe. */
public final class GiteaForge implements Forge {
  private static final String REPOSITORY = "/repos/{owner}/{repo}";
  private static final String PULLS = REPOSITORY + "/pulls";
  private static final String PULL = PULLS + "/{index}";
  private static final String NOT_A_PULL_REQUEST = "a pull request";

  /** Gitea marks a draft by the title alone; this is the first of the marks it knows. */
  private static final String DRAFT_TITLE = "WIP: ";

  private final ForgeCalls calls;
  private final GiteaFollowing following;

  /**
   * An adapter.
   *
   * @param client one that follows no redirects
   * @param timeout the longest a call may take, from sending to the last byte of the answer
   */
  public GiteaForge(HttpClient client, Duration timeout, InstantSource clock) {
    this.calls =
        new ForgeCalls(
            client,
            timeout,
            clock,
            (request, token) ->
                request
                    .header("Accept", "application/json")
                    .header("Authorization", "token " + token));
    this.following = new GiteaFollowing(calls);
  }

  static String at(ForgeRepository repository, String suffix) {
    return repository.api() + "/repos/" + repository.fullName() + suffix;
  }

  @Override
  public AccessOutcome access(ForgeRepository repository, Secret token) {
    ForgeReply<AccessOutcome> reply =
        ForgeCalls.reply(
            calls.get(token, at(repository, ""), REPOSITORY),
            node ->
                Optional.of(
                    new AccessOutcome.Access(
                        node.path("permissions").path("push").asBoolean(false),
                        node.path("archived").asBoolean(false),
                        node.path("default_branch").asString(""))),
            "a repository");
    return switch (reply) {
      case ForgeReply.Given<AccessOutcome> given -> given.value();
      case ForgeReply.Failed<AccessOutcome> failed -> failed.failure();
    };
  }

  /** Gitea cannot be asked for a branch's pull requests: the newest are looked through. */
  @Override
  public FindOutcome find(ForgeRepository repository, Secret token, HeadBranch head) {
    ForgeReply<List<JsonNode>> all =
        calls.pages(
            token,
            at(repository, "/pulls?state=all&sort=recentupdate"),
            "limit",
            PULLS,
            ForgeCalls::list,
            MOST_LOOKED_THROUGH);
    return switch (all) {
      case ForgeReply.Failed<List<JsonNode>> failed -> failed.failure();
      case ForgeReply.Given<List<JsonNode>> given ->
          HubShapes.newest(
              given.value().stream()
                  .filter(node -> isFrom(node, head.repository()))
                  .map(HubShapes::pullRequest)
                  .flatMap(Optional::stream)
                  .filter(one -> one.headBranch().equals(head.branch()))
                  .toList());
    };
  }

  private static boolean isFrom(JsonNode node, ForgeRepository source) {
    return node.path("head").path("repo").path("full_name").asString("").equals(source.fullName());
  }

  @Override
  public OpenOutcome open(ForgeRepository repository, Secret token, NewPullRequest request) {
    boolean ofFork = !request.head().repository().fullName().equals(repository.fullName());
    ObjectNode body = calls.body();
    body.put("title", request.draft() ? DRAFT_TITLE + request.title() : request.title());
    body.put("body", request.body());
    body.put("head", ofFork ? request.head().label() : request.head().branch());
    body.put("base", request.base());
    ForgeReply<PullRequest> opened =
        ForgeCalls.reply(
            calls.send(token, "POST", at(repository, "/pulls"), PULLS, body),
            HubShapes::pullRequest,
            NOT_A_PULL_REQUEST);
    return OpenOutcome.of(opened, () -> find(repository, token, request.head()), request);
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
    return ForgeCalls.reply(
        calls.send(token, "PATCH", at(repository, "/pulls/" + number), PULL, body),
        HubShapes::pullRequest,
        NOT_A_PULL_REQUEST);
  }

  @Override
  public ForgeReply<ReviewComment> comment(
      ForgeRepository repository, Secret token, int number, String text) {
    return ForgeCalls.reply(
        calls.send(
            token,
            "POST",
            at(repository, "/issues/" + number + "/comments"),
            REPOSITORY + "/issues/{index}/comments",
            calls.body().put("body", text)),
        HubShapes::general,
        "a comment");
  }

  @Override
  public ForgeReply<PullRequest> request(
      ForgeRepository repository, Secret token, int number, ReviewRequest request) {
    if (!request.labels().isEmpty()) {
      ForgeReply<List<Long>> ids = labels(repository, token, request.labels());
      if (!(ids instanceof ForgeReply.Given<List<Long>> known)) {
        return ForgeReply.failed(((ForgeReply.Failed<List<Long>>) ids).failure());
      }
      ObjectNode labels = calls.body();
      known.value().forEach(labels.putArray("labels")::add);
      ForgeAnswers.Answer marked =
          calls.send(
              token,
              "POST",
              at(repository, "/issues/" + number + "/labels"),
              REPOSITORY + "/issues/{index}/labels",
              labels);
      if (marked instanceof ForgeAnswers.Answer.Failed failed) {
        return ForgeReply.failed(failed.failure());
      }
    }
    if (!request.reviewers().isEmpty()) {
      ObjectNode reviewers = calls.body();
      request.reviewers().forEach(reviewers.putArray("reviewers")::add);
      ForgeAnswers.Answer asked =
          calls.send(
              token,
              "POST",
              at(repository, "/pulls/" + number + "/requested_reviewers"),
              PULL + "/requested_reviewers",
              reviewers);
      if (asked instanceof ForgeAnswers.Answer.Failed failed) {
        return ForgeReply.failed(failed.failure());
      }
    }
    return ForgeCalls.reply(
        calls.get(token, at(repository, "/pulls/" + number), PULL),
        HubShapes::pullRequest,
        NOT_A_PULL_REQUEST);
  }

  /** Gitea takes labels by id. */
  private ForgeReply<List<Long>> labels(
      ForgeRepository repository, Secret token, List<String> names) {
    ForgeReply<List<JsonNode>> all =
        calls.pages(
            token,
            at(repository, "/labels"),
            "limit",
            REPOSITORY + "/labels",
            ForgeCalls::list,
            MOST_LOOKED_THROUGH);
    if (!(all instanceof ForgeReply.Given<List<JsonNode>> known)) {
      return ForgeReply.failed(((ForgeReply.Failed<List<JsonNode>>) all).failure());
    }
    List<Long> ids = new ArrayList<>();
    for (String name : names) {
      Optional<Long> id =
          known.value().stream()
              .filter(label -> label.path("name").asString("").equals(name))
              .map(label -> label.path("id").asLong(0))
              .findFirst();
      if (id.isEmpty()) {
        return ForgeReply.failed(new ForgeFailure.Rejected(List.of("no label " + name)));
      }
      ids.add(id.get());
    }
    return ForgeReply.given(ids);
  }

  @Override
  public ForgeReply<ForgeRepository> fork(ForgeRepository repository, Secret token) {
    ForgeReply<ForgeRepository> made =
        ForgeCalls.reply(
            calls.send(
                token, "POST", at(repository, "/forks"), REPOSITORY + "/forks", calls.body()),
            node -> {
              String owner = node.path("owner").path("login").asString("");
              String name = node.path("name").asString("");
              return owner.isEmpty() || name.isEmpty()
                  ? Optional.empty()
                  : Optional.of(repository.named(owner, name));
            },
            "a repository");
    return made instanceof ForgeReply.Failed<ForgeRepository> failed
            && failed.failure() instanceof ForgeFailure.Rejected
            && who(repository.kind(), repository.api(), token)
                instanceof ForgeReply.Given<ForgePerson> person
            && isFork(repository, repository.named(person.value().user(), repository.name()), token)
        ? ForgeReply.given(repository.named(person.value().user(), repository.name()))
        : made;
  }

  /** Gitea refuses a second fork by the same person; the first is where it would be. */
  private boolean isFork(ForgeRepository repository, ForgeRepository candidate, Secret token) {
    return calls.get(token, at(candidate, ""), REPOSITORY)
            instanceof ForgeAnswers.Answer.Json answer
        && answer
            .value()
            .path("parent")
            .path("full_name")
            .asString("")
            .equals(repository.fullName());
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
    if (comment.general() || comment.line() == 0) {
      return comment(repository, token, number, text);
    }
    ObjectNode body = calls.body();
    body.put("event", "COMMENT").put("body", "");
    body.putArray("comments")
        .addObject()
        .put("path", comment.path())
        .put("new_position", comment.line())
        .put("body", text);
    return ForgeCalls.reply(
        calls.send(
            token,
            "POST",
            at(repository, "/pulls/" + number + "/reviews"),
            PULL + "/reviews",
            body),
        node ->
            Optional.of(
                new ReviewComment(
                    node.path("id").asString(""),
                    comment.thread(),
                    node.path("user").path("login").asString(""),
                    comment.path(),
                    comment.line(),
                    comment.line(),
                    text,
                    HubShapes.instant(node.path("submitted_at").asString("")))),
        "a review");
  }

  @Override
  public ForgeReply<List<OpenPullRequest>> openPullRequests(
      ForgeRepository repository, Secret token) {
    return new OpenLists(calls, "limit")
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
    return new OpenLists(calls, "limit")
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
    // Neither files nor signatures are wanted, which it would look up for each commit.
    return ForgeCalls.reply(
        calls.get(
            token,
            at(
                repository,
                "/commits?sha="
                    + ForgeCalls.escaped(commit)
                    + "&limit=1&stat=false&verification=false&files=false"),
            REPOSITORY + "/commits"),
        HubShapes::author,
        "a list of commits");
  }

  @Override
  public ForgeReply<ForgePerson> who(ForgeKind kind, URI api, Secret token) {
    return ForgeCalls.reply(
        calls.get(token, api + "/user", "/user"),
        node ->
            Optional.of(node.path("login").asString(""))
                .filter(name -> !name.isEmpty())
                .map(name -> new ForgePerson(name, List.of(), Optional.empty())),
        "a user");
  }
}
