package org.ontodraft.app.forge;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.JsonNode;

/** How GitLab tells what becomes of merge requests. */
final class GitLabFollowing {
  private static final String REQUEST = "/projects/{id}/merge_requests/{iid}";

  private final ForgeCalls calls;

  GitLabFollowing(ForgeCalls calls) {
    this.calls = calls;
  }

  /** The merge request in an answer; empty when the answer does not have the shape of one. */
  static Optional<PullRequest> mergeRequest(JsonNode node) {
    Optional<URI> url = ForgeAnswers.webPage(node.path("web_url").asString(""));
    int number = node.path("iid").asInt(0);
    String branch = node.path("source_branch").asString("");
    if (url.isEmpty() || number <= 0 || branch.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PullRequest(
            number,
            url.get(),
            switch (node.path("state").asString("")) {
              case "opened", "locked" -> PullRequest.State.OPEN;
              case "merged" -> PullRequest.State.MERGED;
              default -> PullRequest.State.CLOSED;
            },
            branch,
            node.path("sha").asString(""),
            node.path("target_branch").asString(""),
            node.path("title").asString(""),
            node.path("description").asString(""),
            node.path("draft").asBoolean(node.path("work_in_progress").asBoolean(false))));
  }

  ForgeReply<Standing> standing(ForgeRepository repository, Secret token, int number) {
    String suffix = "/merge_requests/" + number;
    ForgeAnswers.Answer answer = calls.again(token, GitLabForge.at(repository, suffix), REQUEST);
    if (!(answer instanceof ForgeAnswers.Answer.Json read)) {
      return ForgeCalls.reply(answer, node -> Optional.empty(), "a merge request");
    }
    Optional<PullRequest> found = mergeRequest(read.value());
    if (found.isEmpty()) {
      return ForgeReply.failed(new ForgeFailure.UnexpectedAnswer("not a merge request"));
    }
    ForgeReply<List<String>> approved =
        names(
            token,
            repository,
            suffix + "/approvals",
            REQUEST + "/approvals",
            "approved_by",
            any -> true);
    ForgeReply<List<String>> requested =
        names(
            token,
            repository,
            suffix + "/reviewers",
            REQUEST + "/reviewers",
            "",
            one -> one.path("state").asString("").equals("requested_changes"));
    if (approved instanceof ForgeReply.Failed<List<String>> failed) {
      return ForgeReply.failed(failed.failure());
    }
    if (requested instanceof ForgeReply.Failed<List<String>> failed) {
      return ForgeReply.failed(failed.failure());
    }
    Set<String> asks = new LinkedHashSet<>(((ForgeReply.Given<List<String>>) requested).value());
    return ForgeReply.given(
        new Standing(
            found.get(),
            checks(read.value()),
            ((ForgeReply.Given<List<String>>) approved).value(),
            List.copyOf(asks),
            mergeCommit(read.value(), found.get())));
  }

  /**
   * The user names in a list of people; none where this edition of GitLab does not have the list.
   */
  private ForgeReply<List<String>> names(
      Secret token,
      ForgeRepository repository,
      String suffix,
      String template,
      String member,
      Predicate<JsonNode> wanted) {
    ForgeReply<List<String>> reply =
        ForgeCalls.reply(
            calls.again(token, GitLabForge.at(repository, suffix), template),
            node ->
                Optional.of(
                    (member.isEmpty() ? node : node.path(member))
                        .valueStream()
                        .filter(wanted)
                        .map(one -> one.path("user").path("username").asString(""))
                        .filter(name -> !name.isEmpty())
                        .toList()),
            "a list of people");
    return reply instanceof ForgeReply.Failed<List<String>> failed
            && (failed.failure() instanceof ForgeFailure.NotFound
                || failed.failure() instanceof ForgeFailure.PermissionMissing)
        ? ForgeReply.given(List.of())
        : reply;
  }

  private static Standing.Checks checks(JsonNode node) {
    JsonNode pipeline =
        node.path("head_pipeline").isObject() ? node.path("head_pipeline") : node.path("pipeline");
    return switch (pipeline.path("status").asString("")) {
      case "success", "skipped" -> Standing.Checks.PASSED;
      case "failed", "canceled" -> Standing.Checks.FAILED;
      case "" -> Standing.Checks.NONE;
      default -> Standing.Checks.PENDING;
    };
  }

  /** A merge, a squash, or for a fast-forward the branch's own commit. */
  private static Optional<String> mergeCommit(JsonNode node, PullRequest pullRequest) {
    if (pullRequest.state() != PullRequest.State.MERGED) {
      return Optional.empty();
    }
    for (String member : List.of("merge_commit_sha", "squash_commit_sha", "sha")) {
      String commit = node.path(member).asString("");
      if (!commit.isEmpty()) {
        return Optional.of(commit);
      }
    }
    return Optional.empty();
  }

  ForgeReply<List<ReviewComment>> comments(ForgeRepository repository, Secret token, int number) {
    ForgeReply<String> newest =
        ForgeCalls.reply(
            calls.again(token, GitLabForge.at(repository, "/merge_requests/" + number), REQUEST),
            node -> Optional.of(node.path("sha").asString("")),
            "a merge request");
    if (!(newest instanceof ForgeReply.Given<String> head)) {
      return ForgeReply.failed(((ForgeReply.Failed<String>) newest).failure());
    }
    return switch (calls.pages(
        token,
        GitLabForge.at(repository, "/merge_requests/" + number + "/discussions"),
        "per_page",
        REQUEST + "/discussions",
        ForgeCalls::list,
        Forge.MOST_COMMENTS)) {
      case ForgeReply.Failed<List<JsonNode>> failed -> ForgeReply.failed(failed.failure());
      case ForgeReply.Given<List<JsonNode>> given -> {
        List<ReviewComment> all = new ArrayList<>();
        for (JsonNode discussion : given.value()) {
          for (JsonNode note : discussion.path("notes")) {
            if (!note.path("system").asBoolean(false)) {
              note(note, discussion.path("id").asString(""), head.value()).ifPresent(all::add);
            }
          }
        }
        all.sort(Comparator.comparing(ReviewComment::at));
        yield ForgeReply.given(all);
      }
    };
  }

  /**
   * A note.
   *
   * @param head the newest commit; a note on a line of an earlier one is no longer on a line
   */
  static Optional<ReviewComment> note(JsonNode node, String discussion, String head) {
    String id = node.path("id").asString("");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    JsonNode position = node.path("position");
    String of = position.path("head_sha").asString("");
    int line = !of.isEmpty() && of.equals(head) ? position.path("new_line").asInt(0) : 0;
    return Optional.of(
        new ReviewComment(
            id,
            discussion,
            node.path("author").path("username").asString(""),
            position.path("new_path").asString(""),
            position.path("line_range").path("start").path("new_line").asInt(line),
            line,
            node.path("body").asString(""),
            HubShapes.instant(node.path("created_at").asString("")),
            resolution(node)));
  }

  private static ReviewComment.Resolution resolution(JsonNode note) {
    if (!note.path("resolvable").asBoolean(false)) {
      return ReviewComment.Resolution.NOT_TOLD;
    }
    return note.path("resolved").asBoolean(false)
        ? ReviewComment.Resolution.RESOLVED
        : ReviewComment.Resolution.OPEN;
  }
}
