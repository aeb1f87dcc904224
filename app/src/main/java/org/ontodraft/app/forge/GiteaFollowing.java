package org.ontodraft.app.forge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.JsonNode;

/** How Gitea tells what becomes of pull requests. */
final class GiteaFollowing {
  private static final String REPOSITORY = "/repos/{owner}/{repo}";
  private static final String PULL = REPOSITORY + "/pulls/{index}";
  private static final String NOT_A_PULL_REQUEST = "a pull request";

  private final ForgeCalls calls;

  GiteaFollowing(ForgeCalls calls) {
    this.calls = calls;
  }

  ForgeReply<Standing> standing(ForgeRepository repository, Secret token, int number) {
    ForgeAnswers.Answer answer =
        calls.again(token, GiteaForge.at(repository, "/pulls/" + number), PULL);
    if (!(answer instanceof ForgeAnswers.Answer.Json read)) {
      return ForgeCalls.reply(answer, node -> Optional.empty(), NOT_A_PULL_REQUEST);
    }
    Optional<PullRequest> found = HubShapes.pullRequest(read.value());
    if (found.isEmpty()) {
      return ForgeReply.failed(new ForgeFailure.UnexpectedAnswer("not " + NOT_A_PULL_REQUEST));
    }
    ForgeReply<List<JsonNode>> reviews = reviews(repository, token, number);
    if (!(reviews instanceof ForgeReply.Given<List<JsonNode>> known)) {
      return ForgeReply.failed(((ForgeReply.Failed<List<JsonNode>>) reviews).failure());
    }
    HubShapes.Verdicts verdicts = HubShapes.Verdicts.of(known.value(), "REQUEST_CHANGES");
    ForgeReply<Standing.Checks> checks =
        ForgeCalls.reply(
            calls.again(
                token,
                GiteaForge.at(repository, "/commits/" + found.get().headCommit() + "/status"),
                REPOSITORY + "/commits/{ref}/status"),
            node -> Optional.of(HubShapes.checks(node)),
            "a status");
    return ForgeReply.given(
        new Standing(
            found.get(),
            checks instanceof ForgeReply.Given<Standing.Checks> told
                ? told.value()
                : Standing.Checks.NONE,
            verdicts.approvedBy(),
            verdicts.changesRequestedBy(),
            HubShapes.mergeCommit(read.value(), found.get())));
  }

  private ForgeReply<List<JsonNode>> reviews(ForgeRepository repository, Secret token, int number) {
    return calls.pages(
        token,
        GiteaForge.at(repository, "/pulls/" + number + "/reviews"),
        "limit",
        PULL + "/reviews",
        ForgeCalls::list,
        Forge.MOST_COMMENTS);
  }

  ForgeReply<List<ReviewComment>> comments(ForgeRepository repository, Secret token, int number) {
    ForgeReply<List<JsonNode>> general =
        ForgeCalls.reply(
            calls.again(
                token,
                GiteaForge.at(repository, "/issues/" + number + "/comments"),
                REPOSITORY + "/issues/{index}/comments"),
            ForgeCalls::list,
            "a list of comments");
    ForgeReply<List<JsonNode>> reviews = reviews(repository, token, number);
    if (general instanceof ForgeReply.Failed<List<JsonNode>> failed) {
      return ForgeReply.failed(failed.failure());
    }
    if (reviews instanceof ForgeReply.Failed<List<JsonNode>> failed) {
      return ForgeReply.failed(failed.failure());
    }
    List<ReviewComment> all = new ArrayList<>();
    ((ForgeReply.Given<List<JsonNode>>) general)
        .value().stream().map(HubShapes::general).flatMap(Optional::stream).forEach(all::add);
    for (JsonNode review : ((ForgeReply.Given<List<JsonNode>>) reviews).value()) {
      if (review.path("comments_count").asInt(0) > 0) {
        String id = review.path("id").asString("");
        ForgeReply<List<JsonNode>> lines =
            ForgeCalls.reply(
                calls.again(
                    token,
                    GiteaForge.at(repository, "/pulls/" + number + "/reviews/" + id + "/comments"),
                    PULL + "/reviews/{id}/comments"),
                ForgeCalls::list,
                "a list of comments");
        switch (lines) {
          case ForgeReply.Failed<List<JsonNode>> failed -> {
            return ForgeReply.failed(failed.failure());
          }
          case ForgeReply.Given<List<JsonNode>> given ->
              given.value().stream()
                  .map(GiteaFollowing::onLine)
                  .flatMap(Optional::stream)
                  .forEach(all::add);
        }
      }
    }
    all.sort(Comparator.comparing(ReviewComment::at));
    return ForgeReply.given(all);
  }

  /** Gitea has no threads of its own: what is on one line of one file belongs together. */
  static Optional<ReviewComment> onLine(JsonNode node) {
    String id = node.path("id").asString("");
    String path = node.path("path").asString("");
    int line = node.path("position").asInt(0);
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReviewComment(
                id,
                path + ":" + (line > 0 ? line : node.path("original_position").asInt(0)),
                node.path("user").path("login").asString(""),
                path,
                line,
                line,
                node.path("body").asString(""),
                HubShapes.instant(node.path("created_at").asString("")),
                node.path("resolver").isObject()
                    ? ReviewComment.Resolution.RESOLVED
                    : ReviewComment.Resolution.OPEN));
  }
}
