package org.ontodraft.app.forge;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What GitHub and Gitea answer in the same shape. */
final class HubShapes {
  private HubShapes() {}

  /** The pull request in an answer; empty when the answer does not have the shape of one. */
  static Optional<PullRequest> pullRequest(JsonNode node) {
    Optional<URI> url = ForgeAnswers.webPage(node.path("html_url").asString(""));
    int number = node.path("number").asInt(0);
    String branch = node.path("head").path("ref").asString("");
    if (url.isEmpty() || number <= 0 || branch.isEmpty()) {
      return Optional.empty();
    }
    boolean merged = node.path("merged").asBoolean(false) || node.path("merged_at").isString();
    PullRequest.State closed = merged ? PullRequest.State.MERGED : PullRequest.State.CLOSED;
    boolean open = node.path("state").asString("").equals("open");
    return Optional.of(
        new PullRequest(
            number,
            url.get(),
            open ? PullRequest.State.OPEN : closed,
            branch,
            node.path("head").path("sha").asString(""),
            node.path("base").path("ref").asString(""),
            node.path("title").asString(""),
            node.path("body").asString(""),
            node.path("draft").asBoolean(false)));
  }

  /** An open one before one that ended, else the newest. */
  static FindOutcome newest(List<PullRequest> found) {
    return found.stream()
        .min(
            Comparator.comparing(PullRequest::state)
                .thenComparing(PullRequest::number, Comparator.reverseOrder()))
        .<FindOutcome>map(FindOutcome.Found::new)
        .orElseGet(FindOutcome.Absent::new);
  }

  /** The pull requests of a list; empty when something in it is none. */
  static Optional<List<PullRequest>> pullRequests(List<JsonNode> list) {
    List<PullRequest> found = new ArrayList<>();
    for (JsonNode each : list) {
      Optional<PullRequest> pullRequest = pullRequest(each);
      if (pullRequest.isEmpty()) {
        return Optional.empty();
      }
      found.add(pullRequest.get());
    }
    return Optional.of(found);
  }

  /** What each reviewer last said. */
  record Verdicts(List<String> approvedBy, List<String> changesRequestedBy) {
    /**
     * Takes the verdicts of reviews, the oldest first.
     *
     * @param changes how the forge writes that changes are requested
     */
    static Verdicts of(List<JsonNode> reviews, String changes) {
      Map<String, String> last = new LinkedHashMap<>();
      for (JsonNode review : reviews) {
        String user = review.path("user").path("login").asString("");
        String state = review.path("state").asString("");
        boolean dismissed = state.equals("DISMISSED") || review.path("dismissed").asBoolean(false);
        if (dismissed) {
          last.remove(user);
        } else if (state.equals("APPROVED") || state.equals(changes)) {
          last.put(user, state);
        }
      }
      Set<String> approved = new LinkedHashSet<>();
      Set<String> requested = new LinkedHashSet<>();
      last.forEach((user, state) -> (state.equals(changes) ? requested : approved).add(user));
      return new Verdicts(List.copyOf(approved), List.copyOf(requested));
    }
  }

  /** A comment on the whole pull request. */
  static Optional<ReviewComment> general(JsonNode node) {
    String id = node.path("id").asString("");
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReviewComment(
                id,
                id,
                node.path("user").path("login").asString(""),
                "",
                0,
                0,
                node.path("body").asString(""),
                instant(node.path("created_at").asString(""))));
  }

  /** The user that the first commit of a list is by; an empty answer for what is no such list. */
  static Optional<Optional<String>> author(JsonNode commits) {
    JsonNode author = commits.path(0).path("author");
    return commits.isArray()
        ? Optional.of(
            Optional.of(author.path("login").asString(""))
                .filter(
                    login -> !login.isEmpty() && !author.path("type").asString("").equals("Bot")))
        : Optional.empty();
  }

  /** A time as APIs write it; the beginning of time when it is not one. */
  static Instant instant(String text) {
    try {
      return java.time.OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      return Instant.EPOCH;
    }
  }

  /** The state of a commit as both tell it. */
  static Standing.Checks checks(JsonNode status) {
    return switch (status.path("state").asString("")) {
      case "success", "warning" ->
          status.path("total_count").asInt(0) == 0 ? Standing.Checks.NONE : Standing.Checks.PASSED;
      case "pending" ->
          status.path("total_count").asInt(0) == 0 ? Standing.Checks.NONE : Standing.Checks.PENDING;
      case "failure", "error" -> Standing.Checks.FAILED;
      default -> Standing.Checks.NONE;
    };
  }

  /** The merge commit of one that was merged. */
  static Optional<String> mergeCommit(JsonNode node, PullRequest pullRequest) {
    return pullRequest.state() == PullRequest.State.MERGED
        ? Optional.of(node.path("merge_commit_sha").asString("")).filter(sha -> !sha.isEmpty())
        : Optional.empty();
  }
}
