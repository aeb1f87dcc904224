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
  /** Gitea marks a draft by the title alone; this is the first of the marks it knows. */
  private static final String DRAFT_TITLE = "WIP: ";

  private final ForgeCalls calls;
  private final HubCalls hub;
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
    this.hub = new HubCalls(calls, "index", "limit");
    this.following = new GiteaFollowing(calls, hub);
  }

  @Override
  public AccessOutcome access(ForgeRepository repository, Secret token) {
    return hub.access(repository, token);
  }

  /** Gitea cannot be asked for a branch's pull requests: the newest are looked through. */
  @Override
  public FindOutcome find(ForgeRepository repository, Secret token, HeadBranch head) {
    ForgeReply<List<JsonNode>> all =
        calls.pages(
            token,
            HubCalls.at(repository, "/pulls?state=all&sort=recentupdate"),
            "limit",
            HubCalls.PULLS,
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
    ObjectNode asked = hub.asked(repository, request);
    if (request.draft()) {
      asked.put("title", DRAFT_TITLE + request.title());
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
      ForgeReply<List<Long>> ids = labels(repository, token, request.labels());
      if (!(ids instanceof ForgeReply.Given<List<Long>> known)) {
        return ForgeReply.failed(((ForgeReply.Failed<List<Long>>) ids).failure());
      }
      ObjectNode labels = calls.body();
      known.value().forEach(labels.putArray("labels")::add);
      if (hub.mark(repository, token, number, labels)
          instanceof ForgeAnswers.Answer.Failed failed) {
        return ForgeReply.failed(failed.failure());
      }
    }
    if (!request.reviewers().isEmpty()
        && hub.askForReview(repository, token, number, request.reviewers())
            instanceof ForgeAnswers.Answer.Failed failed) {
      return ForgeReply.failed(failed.failure());
    }
    return hub.one(repository, token, number);
  }

  /** Gitea takes labels by id. */
  private ForgeReply<List<Long>> labels(
      ForgeRepository repository, Secret token, List<String> names) {
    ForgeReply<List<JsonNode>> all =
        calls.pages(
            token,
            HubCalls.at(repository, "/labels"),
            "limit",
            HubCalls.REPOSITORY + "/labels",
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
    ForgeReply<ForgeRepository> made = hub.fork(repository, token);
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
    return calls.get(token, HubCalls.at(candidate, ""), HubCalls.REPOSITORY)
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
            HubCalls.at(repository, "/pulls/" + number + "/reviews"),
            hub.pull("/reviews"),
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
    // Neither files nor signatures are wanted, which it would look up for each commit.
    return hub.author(
        repository,
        token,
        "sha=" + ForgeCalls.escaped(commit) + "&limit=1&stat=false&verification=false&files=false");
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
