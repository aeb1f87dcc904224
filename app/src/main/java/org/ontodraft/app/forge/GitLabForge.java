package org.ontodraft.app.forge;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GitLab through its REST API, version 4, where a pull request is called a merge request.
 * Thread-safe.
 */
public final class GitLabForge implements Forge {
  private static final String PROJECT = "/projects/{id}";
  private static final String REQUESTS = PROJECT + "/merge_requests";
  private static final String REQUEST = REQUESTS + "/{iid}";

  /** The level from which a member may push branches: developer. */
  private static final int MAY_PUSH = 30;

  private final ForgeCalls calls;
  private final GitLabFollowing following;

  /**
   * An adapter.
   *
   * @param client one that follows no redirects
   * @param timeout the longest a call may take, from sending to the last byte of the answer
   */
  public GitLabForge(HttpClient client, Duration timeout, InstantSource clock) {
    this.calls =
        new ForgeCalls(
            client,
            timeout,
            clock,
            (request, token) ->
                request
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token));
    this.following = new GitLabFollowing(calls);
  }

  static String at(ForgeRepository repository, String suffix) {
    return repository.api() + "/projects/" + ForgeCalls.escaped(repository.fullName()) + suffix;
  }

  @Override
  public AccessOutcome access(ForgeRepository repository, Secret token) {
    return switch (project(repository, token)) {
      case ForgeReply.Failed<JsonNode> failed -> failed.failure();
      case ForgeReply.Given<JsonNode> given -> {
        JsonNode permissions = given.value().path("permissions");
        int level =
            Math.max(
                permissions.path("project_access").path("access_level").asInt(0),
                permissions.path("group_access").path("access_level").asInt(0));
        yield new AccessOutcome.Access(
            level >= MAY_PUSH,
            given.value().path("archived").asBoolean(false),
            given.value().path("default_branch").asString(""));
      }
    };
  }

  private ForgeReply<JsonNode> project(ForgeRepository repository, Secret token) {
    return ForgeCalls.reply(
        calls.get(token, at(repository, ""), PROJECT),
        node -> node.path("id").isInt() ? Optional.of(node) : Optional.empty(),
        "a project");
  }

  @Override
  public FindOutcome find(ForgeRepository repository, Secret token, HeadBranch head) {
    boolean ofFork = !head.repository().fullName().equals(repository.fullName());
    long source = 0;
    if (ofFork) {
      switch (project(head.repository(), token)) {
        case ForgeReply.Failed<JsonNode> failed -> {
          return failed.failure();
        }
        case ForgeReply.Given<JsonNode> given -> source = given.value().path("id").asLong(0);
      }
    }
    long wanted = source;
    String query =
        "/merge_requests?source_branch="
            + ForgeCalls.escaped(head.branch())
            + "&state=all&per_page=20";
    ForgeReply<List<PullRequest>> found =
        ForgeCalls.reply(
            calls.get(token, at(repository, query), REQUESTS),
            list ->
                ForgeCalls.list(list)
                    .map(nodes ->
                        nodes.stream()
                            .filter(node -> isFrom(node, wanted))
                            .map(GitLabFollowing::mergeRequest)
                            .flatMap(Optional::stream)
                            .filter(one -> one.headBranch().equals(head.branch()))
                            .toList()),
            "a list of merge requests");
    return switch (found) {
      case ForgeReply.Failed<List<PullRequest>> failed -> failed.failure();
      case ForgeReply.Given<List<PullRequest>> given -> HubShapes.newest(given.value());
    };
  }

  /** Whether a merge request comes from the project with this id; 0 for the target itself. */
  private static boolean isFrom(JsonNode node, long source) {
    long from = node.path("source_project_id").asLong(0);
    return source == 0 ? from == node.path("target_project_id").asLong(0) : from == source;
  }

  @Override
  public OpenOutcome open(ForgeRepository repository, Secret token, NewPullRequest request) {
    boolean ofFork = !request.head().repository().fullName().equals(repository.fullName());
    ObjectNode body = calls.body();
    body.put("source_branch", request.head().branch());
    body.put("target_branch", request.base());
    // GitLab has no other mark of a draft than the title.
    body.put("title", request.draft() ? "Draft: " + request.title() : request.title());
    body.put("description", request.body());
    if (ofFork) {
      switch (project(repository, token)) {
        case ForgeReply.Failed<JsonNode> failed -> {
          return failed.failure();
        }
        case ForgeReply.Given<JsonNode> given ->
            body.put("target_project_id", given.value().path("id").asLong(0));
      }
    }
    ForgeReply<PullRequest> opened =
        ForgeCalls.reply(
            calls.send(
                token, "POST", at(request.head().repository(), "/merge_requests"), REQUESTS, body),
            GitLabFollowing::mergeRequest,
            "a merge request");
    return OpenOutcome.of(opened, () -> find(repository, token, request.head()), request);
  }

  @Override
  public ForgeReply<PullRequest> revise(
      ForgeRepository repository, Secret token, int number, Revision revision) {
    ObjectNode body = calls.body();
    switch (revision) {
      case Revision.Words words ->
          body.put("title", words.title()).put("description", words.body());
      case Revision.Close close -> body.put("state_event", "close");
      case Revision.Reopen reopen -> body.put("state_event", "reopen");
    }
    return put(repository, token, number, body);
  }

  private ForgeReply<PullRequest> put(
      ForgeRepository repository, Secret token, int number, JsonNode body) {
    return ForgeCalls.reply(
        calls.send(token, "PUT", at(repository, "/merge_requests/" + number), REQUEST, body),
        GitLabFollowing::mergeRequest,
        "a merge request");
  }

  @Override
  public ForgeReply<ReviewComment> comment(
      ForgeRepository repository, Secret token, int number, String text) {
    return ForgeCalls.reply(
        calls.send(
            token,
            "POST",
            at(repository, "/merge_requests/" + number + "/notes"),
            REQUEST + "/notes",
            calls.body().put("body", text)),
        node -> GitLabFollowing.note(node, node.path("id").asString(""), ""),
        "a note");
  }

  @Override
  public ForgeReply<PullRequest> request(
      ForgeRepository repository, Secret token, int number, ReviewRequest request) {
    ObjectNode body = calls.body();
    if (!request.labels().isEmpty()) {
      body.put("add_labels", String.join(",", request.labels()));
    }
    if (!request.reviewers().isEmpty()) {
      List<Long> ids = new ArrayList<>();
      for (String name : request.reviewers()) {
        ForgeReply<Long> id = user(repository, token, name);
        switch (id) {
          case ForgeReply.Failed<Long> failed -> {
            return ForgeReply.failed(failed.failure());
          }
          case ForgeReply.Given<Long> given -> ids.add(given.value());
        }
      }
      ids.forEach(body.putArray("reviewer_ids")::add);
    }
    return put(repository, token, number, body);
  }

  private ForgeReply<Long> user(ForgeRepository repository, Secret token, String name) {
    ForgeReply<Optional<Long>> found =
        ForgeCalls.reply(
            calls.get(
                token, repository.api() + "/users?username=" + ForgeCalls.escaped(name), "/users"),
            list ->
                ForgeCalls.list(list)
                    .map(
                        users -> users.stream().findFirst().map(user -> user.path("id").asLong(0))),
            "a list of users");
    return switch (found) {
      case ForgeReply.Failed<Optional<Long>> failed -> ForgeReply.failed(failed.failure());
      case ForgeReply.Given<Optional<Long>> given ->
          given
              .value()
              .map(ForgeReply::given)
              .orElseGet(
                  () -> ForgeReply.failed(new ForgeFailure.Rejected(List.of("no user " + name))));
    };
  }

  @Override
  public ForgeReply<ForgeRepository> fork(ForgeRepository repository, Secret token) {
    ForgeReply<ForgeRepository> made =
        ForgeCalls.reply(
            calls.send(token, "POST", at(repository, "/fork"), PROJECT + "/fork", calls.body()),
            node -> named(repository, node.path("path_with_namespace").asString("")),
            "a project");
    return made instanceof ForgeReply.Failed<ForgeRepository> failed
            && failed.failure() instanceof ForgeFailure.Rejected
        ? forkedAlready(repository, token, failed)
        : made;
  }

  /** GitLab refuses a second fork by the same person; the first is where it would be. */
  private ForgeReply<ForgeRepository> forkedAlready(
      ForgeRepository repository, Secret token, ForgeReply<ForgeRepository> rejection) {
    if (!(who(repository.kind(), repository.api(), token)
        instanceof ForgeReply.Given<ForgePerson> person)) {
      return rejection;
    }
    ForgeRepository fork = repository.named(person.value().user(), repository.name());
    return project(fork, token) instanceof ForgeReply.Given<JsonNode> given
            && given
                .value()
                .path("forked_from_project")
                .path("path_with_namespace")
                .asString("")
                .equals(repository.fullName())
        ? ForgeReply.given(fork)
        : rejection;
  }

  private static Optional<ForgeRepository> named(ForgeRepository repository, String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0
        ? Optional.empty()
        : Optional.of(repository.named(path.substring(0, slash), path.substring(slash + 1)));
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
    String discussion = "/merge_requests/" + number + "/discussions/" + comment.thread();
    return ForgeCalls.reply(
        calls.send(
            token,
            "POST",
            at(repository, discussion + "/notes"),
            REQUEST + "/discussions/{discussion}/notes",
            calls.body().put("body", text)),
        node -> GitLabFollowing.note(node, comment.thread(), ""),
        "a note");
  }

  @Override
  public ForgeReply<List<OpenPullRequest>> openPullRequests(
      ForgeRepository repository, Secret token) {
    return new OpenLists(calls, "per_page")
        .open(
            token,
            at(repository, "/merge_requests?state=opened"),
            REQUESTS,
            GitLabFollowing::mergeRequest,
            node -> node.path("author").path("username").asString(""));
  }

  @Override
  public ForgeReply<List<String>> touchedPaths(
      ForgeRepository repository, Secret token, int number) {
    return new OpenLists(calls, "per_page")
        .paths(
            token,
            at(repository, "/merge_requests/" + number + "/diffs"),
            REQUESTS + "/{iid}/diffs",
            "new_path",
            "old_path");
  }

  @Override
  public ForgeReply<Optional<String>> author(
      ForgeRepository repository, Secret token, String commit) {
    return ForgeReply.given(Optional.empty());
  }

  @Override
  public ForgeReply<ForgePerson> who(ForgeKind kind, URI api, Secret token) {
    ForgeReply<String> user =
        ForgeCalls.reply(
            calls.get(token, api + "/user", "/user"),
            node -> Optional.of(node.path("username").asString("")).filter(name -> !name.isEmpty()),
            "a user");
    if (!(user instanceof ForgeReply.Given<String> known)) {
      return ForgeReply.failed(((ForgeReply.Failed<String>) user).failure());
    }
    // Only personal tokens can be asked about; for the others the forge answers 404 or 403.
    ForgeReply<ForgePerson> asked =
        ForgeCalls.reply(
            calls.get(token, api + "/personal_access_tokens/self", "/personal_access_tokens/self"),
            node ->
                Optional.of(
                    new ForgePerson(
                        known.value(),
                        node.path("scopes").valueStream().map(one -> one.asString("")).toList(),
                        day(node.path("expires_at").asString("")))),
            "a token");
    return asked instanceof ForgeReply.Given<ForgePerson>
        ? asked
        : ForgeReply.given(new ForgePerson(known.value(), List.of(), Optional.empty()));
  }

  private static Optional<Instant> day(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException otherForm) {
      return Optional.empty();
    }
  }
}
