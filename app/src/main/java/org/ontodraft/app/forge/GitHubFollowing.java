package org.ontodraft.app.forge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.JsonNode;

/** How GitHub tells what becomes of pull requests. */
final class GitHubFollowing {
  private final ForgeCalls calls;
  private final HubCalls hub;

  GitHubFollowing(ForgeCalls calls, HubCalls hub) {
    this.calls = calls;
    this.hub = hub;
  }

  ForgeReply<Standing> standing(ForgeRepository repository, Secret token, int number) {
    return hub.standing(
        repository,
        token,
        number,
        "CHANGES_REQUESTED",
        commit -> checks(repository, token, commit));
  }

  /** What apps and what older services say of a commit, together. */
  private ForgeReply<Standing.Checks> checks(
      ForgeRepository repository, Secret token, String commit) {
    ForgeReply<Standing.Checks> runs =
        unlessHidden(
            ForgeCalls.reply(
                calls.again(
                    token,
                    HubCalls.at(repository, "/commits/" + commit + "/check-runs?per_page=100"),
                    HubCalls.REPOSITORY + "/commits/{ref}/check-runs"),
                GitHubFollowing::runs,
                "a list of checks"));
    ForgeReply<Standing.Checks> statuses = unlessHidden(hub.status(repository, token, commit));
    if (runs instanceof ForgeReply.Given<Standing.Checks> some
        && statuses instanceof ForgeReply.Given<Standing.Checks> others) {
      return ForgeReply.given(worse(some.value(), others.value()));
    }
    return runs instanceof ForgeReply.Failed<Standing.Checks> ? runs : statuses;
  }

  /** A token may be allowed to open pull requests and not to see checks. */
  private static ForgeReply<Standing.Checks> unlessHidden(ForgeReply<Standing.Checks> reply) {
    return reply instanceof ForgeReply.Failed<Standing.Checks> failed
            && (failed.failure() instanceof ForgeFailure.PermissionMissing
                || failed.failure() instanceof ForgeFailure.NotFound)
        ? ForgeReply.given(Standing.Checks.NONE)
        : reply;
  }

  private static Optional<Standing.Checks> runs(JsonNode node) {
    Standing.Checks all = Standing.Checks.NONE;
    for (JsonNode run : node.path("check_runs")) {
      String conclusion = run.path("conclusion").asString("");
      all =
          worse(
              all,
              switch (conclusion) {
                case "" -> Standing.Checks.PENDING;
                case "success", "neutral", "skipped" -> Standing.Checks.PASSED;
                default -> Standing.Checks.FAILED;
              });
    }
    return node.path("check_runs").isArray() ? Optional.of(all) : Optional.empty();
  }

  private static Standing.Checks worse(Standing.Checks one, Standing.Checks other) {
    if (one == Standing.Checks.FAILED || other == Standing.Checks.FAILED) {
      return Standing.Checks.FAILED;
    }
    if (one == Standing.Checks.PENDING || other == Standing.Checks.PENDING) {
      return Standing.Checks.PENDING;
    }
    return one == Standing.Checks.NONE ? other : one;
  }

  ForgeReply<List<ReviewComment>> comments(ForgeRepository repository, Secret token, int number) {
    List<ReviewComment> all = new ArrayList<>();
    for (String suffix :
        List.of("/pulls/" + number + "/comments", "/issues/" + number + "/comments")) {
      boolean onLines = suffix.startsWith("/pulls");
      ForgeReply<List<JsonNode>> page =
          hub.list(
              repository, token, suffix, onLines ? hub.pull("/comments") : hub.issue("/comments"));
      switch (page) {
        case ForgeReply.Failed<List<JsonNode>> failed -> {
          return ForgeReply.failed(failed.failure());
        }
        case ForgeReply.Given<List<JsonNode>> given ->
            given.value().stream()
                .map(node -> onLines ? onLine(node) : HubShapes.general(node))
                .flatMap(Optional::stream)
                .forEach(all::add);
      }
    }
    all.sort(Comparator.comparing(ReviewComment::at));
    return ForgeReply.given(all);
  }

  static Optional<ReviewComment> onLine(JsonNode node) {
    String id = node.path("id").asString("");
    String answered = node.path("in_reply_to_id").asString("");
    int line = node.path("line").asInt(0);
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReviewComment(
                id,
                answered.isEmpty() ? id : answered,
                node.path("user").path("login").asString(""),
                node.path("path").asString(""),
                node.path("start_line").asInt(line),
                line,
                node.path("body").asString(""),
                HubShapes.instant(node.path("created_at").asString(""))));
  }
}
