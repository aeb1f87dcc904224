package org.ontodraft.app.forge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls that GitHub and Gitea take in the same form. Thread-safe. */
final class HubCalls {
  static final String REPOSITORY = "/repos/{owner}/{repo}";
  static final String PULLS = REPOSITORY + "/pulls";

  private static final String NOT_A_PULL_REQUEST = "a pull request";

  private final ForgeCalls calls;
  private final String number;
  private final String size;

  /**
   * Of one forge.
   *
   * @param number what its description calls the number of a pull request
   * @param size the parameter that says how much is on a page
   */
  HubCalls(ForgeCalls calls, String number, String size) {
    this.calls = calls;
    this.number = number;
    this.size = size;
  }

  /** The address of something below a repository. */
  static String at(ForgeRepository repository, String suffix) {
    return repository.api() + "/repos/" + repository.fullName() + suffix;
  }

  /** For the log: something below a pull request. */
  String pull(String suffix) {
    return PULLS + "/{" + number + "}" + suffix;
  }

  /** For the log: something below an issue, as which each pull request counts. */
  String issue(String suffix) {
    return REPOSITORY + "/issues/{" + number + "}" + suffix;
  }

  AccessOutcome access(ForgeRepository repository, Secret token) {
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

  /** What a new pull request is asked for with, but for how a draft is marked. */
  ObjectNode asked(ForgeRepository repository, NewPullRequest request) {
    boolean ofFork = !request.head().repository().fullName().equals(repository.fullName());
    return calls
        .body()
        .put("title", request.title())
        .put("body", request.body())
        .put("head", ofFork ? request.head().label() : request.head().branch())
        .put("base", request.base());
  }

  ForgeReply<PullRequest> open(ForgeRepository repository, Secret token, ObjectNode asked) {
    return pullRequest(calls.send(token, "POST", at(repository, "/pulls"), PULLS, asked));
  }

  ForgeReply<PullRequest> revise(
      ForgeRepository repository, Secret token, int which, Revision revision) {
    ObjectNode body = calls.body();
    switch (revision) {
      case Revision.Words words -> body.put("title", words.title()).put("body", words.body());
      case Revision.Close close -> body.put("state", "closed");
      case Revision.Reopen reopen -> body.put("state", "open");
    }
    return pullRequest(
        calls.send(token, "PATCH", at(repository, "/pulls/" + which), pull(""), body));
  }

  ForgeReply<PullRequest> one(ForgeRepository repository, Secret token, int which) {
    return pullRequest(calls.get(token, at(repository, "/pulls/" + which), pull("")));
  }

  /** The pull request in an answer. */
  static ForgeReply<PullRequest> pullRequest(ForgeAnswers.Answer answer) {
    return ForgeCalls.reply(answer, HubShapes::pullRequest, NOT_A_PULL_REQUEST);
  }

  ForgeReply<ReviewComment> comment(
      ForgeRepository repository, Secret token, int which, String text) {
    return ForgeCalls.reply(
        calls.send(
            token,
            "POST",
            at(repository, "/issues/" + which + "/comments"),
            issue("/comments"),
            calls.body().put("body", text)),
        HubShapes::general,
        "a comment");
  }

  /** Marks a pull request; the labels are written as the forge takes them. */
  ForgeAnswers.Answer mark(ForgeRepository repository, Secret token, int which, ObjectNode labels) {
    return calls.send(
        token, "POST", at(repository, "/issues/" + which + "/labels"), issue("/labels"), labels);
  }

  ForgeAnswers.Answer askForReview(
      ForgeRepository repository, Secret token, int which, List<String> people) {
    ObjectNode reviewers = calls.body();
    people.forEach(reviewers.putArray("reviewers")::add);
    return calls.send(
        token,
        "POST",
        at(repository, "/pulls/" + which + "/requested_reviewers"),
        pull("/requested_reviewers"),
        reviewers);
  }

  ForgeReply<ForgeRepository> fork(ForgeRepository repository, Secret token) {
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

  ForgeReply<List<OpenPullRequest>> openPullRequests(ForgeRepository repository, Secret token) {
    return new OpenLists(calls, size)
        .open(
            token,
            at(repository, "/pulls?state=open"),
            PULLS,
            HubShapes::pullRequest,
            node -> node.path("user").path("login").asString(""));
  }

  ForgeReply<List<String>> touchedPaths(ForgeRepository repository, Secret token, int which) {
    return new OpenLists(calls, size)
        .paths(
            token,
            at(repository, "/pulls/" + which + "/files"),
            pull("/files"),
            "filename",
            "previous_filename");
  }

  ForgeReply<Optional<String>> author(ForgeRepository repository, Secret token, String query) {
    return ForgeCalls.reply(
        calls.get(token, at(repository, "/commits?" + query), REPOSITORY + "/commits"),
        HubShapes::author,
        "a list of commits");
  }

  /** A list below a repository, all pages of it up to {@link Forge#MOST_COMMENTS} items. */
  ForgeReply<List<JsonNode>> list(
      ForgeRepository repository, Secret token, String suffix, String template) {
    return calls.pages(
        token, at(repository, suffix), size, template, ForgeCalls::list, Forge.MOST_COMMENTS);
  }

  ForgeReply<List<JsonNode>> reviews(ForgeRepository repository, Secret token, int which) {
    return list(repository, token, "/pulls/" + which + "/reviews", pull("/reviews"));
  }

  /** What is said of a commit by the services that tell its state. */
  ForgeReply<Standing.Checks> status(ForgeRepository repository, Secret token, String commit) {
    return ForgeCalls.reply(
        calls.again(
            token,
            at(repository, "/commits/" + commit + "/status"),
            REPOSITORY + "/commits/{ref}/status"),
        node -> Optional.of(HubShapes.checks(node)),
        "a status");
  }

  /**
   * How a pull request stands.
   *
   * @param changes how the forge writes that changes are requested
   * @param checks asks what was checked of a commit
   */
  ForgeReply<Standing> standing(
      ForgeRepository repository,
      Secret token,
      int which,
      String changes,
      Function<String, ForgeReply<Standing.Checks>> checks) {
    ForgeAnswers.Answer answer = calls.again(token, at(repository, "/pulls/" + which), pull(""));
    if (!(answer instanceof ForgeAnswers.Answer.Json read)) {
      return ForgeCalls.reply(answer, node -> Optional.empty(), NOT_A_PULL_REQUEST);
    }
    Optional<PullRequest> found = HubShapes.pullRequest(read.value());
    if (found.isEmpty()) {
      return ForgeReply.failed(new ForgeFailure.UnexpectedAnswer("not " + NOT_A_PULL_REQUEST));
    }
    return switch (reviews(repository, token, which)) {
      case ForgeReply.Failed<List<JsonNode>> failed -> ForgeReply.failed(failed.failure());
      case ForgeReply.Given<List<JsonNode>> reviews -> {
        HubShapes.Verdicts verdicts = HubShapes.Verdicts.of(reviews.value(), changes);
        yield switch (checks.apply(found.get().headCommit())) {
          case ForgeReply.Failed<Standing.Checks> failed -> ForgeReply.failed(failed.failure());
          case ForgeReply.Given<Standing.Checks> told ->
              ForgeReply.given(
                  new Standing(
                      found.get(),
                      told.value(),
                      verdicts.approvedBy(),
                      verdicts.changesRequestedBy(),
                      HubShapes.mergeCommit(read.value(), found.get())));
        };
      }
    };
  }
}
