package org.ontodraft.app.forge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.JsonNode;

/** How Gitea tells what becomes of pull requests. */
final class GiteaFollowing {
  private final ForgeCalls calls;
  private final HubCalls hub;

  GiteaFollowing(ForgeCalls calls, HubCalls hub) {
    this.calls = calls;
    this.hub = hub;
  }

  ForgeReply<Standing> standing(ForgeRepository repository, Secret token, int number) {
    return hub.standing(
        repository,
        token,
        number,
        "REQUEST_CHANGES",
        commit ->
            hub.status(repository, token, commit) instanceof ForgeReply.Given<Standing.Checks> told
                ? told
                : ForgeReply.given(Standing.Checks.NONE));
  }

  ForgeReply<List<ReviewComment>> comments(ForgeRepository repository, Secret token, int number) {
    ForgeReply<List<JsonNode>> general =
        ForgeCalls.reply(
            calls.again(
                token,
                HubCalls.at(repository, "/issues/" + number + "/comments"),
                hub.issue("/comments")),
            ForgeCalls::list,
            "a list of comments");
    ForgeReply<List<JsonNode>> reviews = hub.reviews(repository, token, number);
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
                    HubCalls.at(repository, "/pulls/" + number + "/reviews/" + id + "/comments"),
                    hub.pull("/reviews/{id}/comments")),
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
