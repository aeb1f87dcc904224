package org.ontodraft.app.testing;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.ontodraft.app.testing.HostedPullRequest.Said;
import org.ontodraft.app.testing.HostedPullRequest.State;
import org.ontodraft.app.testing.HostedPullRequest.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** GitHub's API, and Gitea's, which follows it in most. */
final class HubShape implements ForgeShape {
  private final ForgeServer server;
  private final boolean gitea;
  private final JsonMapper json = new JsonMapper();

  HubShape(ForgeServer server, boolean gitea) {
    this.server = server;
    this.gitea = gitea;
  }

  @Override
  public String api() {
    return gitea ? "/api/v1" : "/api/v3";
  }

  @Override
  public String description() {
    return gitea ? "gitea-rest" : "github-rest";
  }

  @Override
  public String authorization(String token) {
    return (gitea ? "token " : "Bearer ") + token;
  }

  @Override
  public ObjectNode error(String message) {
    return json.createObjectNode()
        .put("message", message)
        .put(gitea ? "url" : "documentation_url", "https://docs.example.org/rest");
  }

  @Override
  public String repositoryOf(String path) {
    String[] parts = path.split("/", -1);
    return parts.length > 3 && parts[1].equals("repos") ? parts[2] + "/" + parts[3] : "";
  }

  @Override
  public HttpFaults.Reply answerAlone(Call call) {
    return server.reply(200, user(ForgeServer.USER));
  }

  @Override
  public Map<String, String> aboutToken() {
    return gitea
        ? Map.of()
        : Map.of(
            "X-OAuth-Scopes",
            "repo",
            "GitHub-Authentication-Token-Expiration",
            "2027-01-31 00:00:00 UTC");
  }

  private ObjectNode user(String name) {
    return json.createObjectNode().put("id", 7).put("login", name);
  }

  @Override
  public HttpFaults.Reply answer(Call call, Repository repository) throws IOException {
    if (call.is("GET", "")) {
      return server.reply(200, repository(call.fullName(), repository));
    }
    if (call.is("POST", "/forks")) {
      return fork(call);
    }
    if (call.is("GET", "/pulls")) {
      return list(call);
    }
    if (call.is("POST", "/pulls")) {
      return create(call, repository);
    }
    if (call.is("GET", "/commits/[^/]+/check-runs")) {
      return server.reply(200, checkRuns(call));
    }
    if (call.is("GET", "/commits/[^/]+/status")) {
      return server.reply(200, status(call));
    }
    if (call.is("GET", "/commits")) {
      return commits(call, repository);
    }
    if (call.is("GET", "/labels")) {
      ArrayNode labels = json.createArrayNode();
      labels.addObject().put("id", 11).put("name", "schema");
      return server.reply(200, labels);
    }
    return about(call, server.number(call.number(2)));
  }

  private HttpFaults.Reply about(Call call, HostedPullRequest one) {
    return switch (call.method() + call.rest().replaceAll("[0-9]+", "#")) {
      case "GET/pulls/#" -> server.reply(200, pullRequest(one, false));
      case "PATCH/pulls/#" -> revise(one, call.body());
      case "GET/pulls/#/reviews" -> server.reply(200, page(reviews(one), call.parameters()));
      case "POST/pulls/#/reviews" -> lineByReview(one, call.body());
      case "GET/pulls/#/files" -> {
        ArrayNode files = json.createArrayNode();
        server.touched(one).forEach(path -> files.addObject().put("filename", path));
        yield server.reply(200, page(files, call.parameters()));
      }
      case "GET/pulls/#/comments" -> server.reply(200, page(lineComments(one), call.parameters()));
      case "GET/pulls/#/reviews/#/comments" -> server.reply(200, lineComments(one));
      case "POST/pulls/#/comments/#/replies" -> answered(one, call);
      case "GET/issues/#/comments" ->
          server.reply(200, gitea ? general(one) : page(general(one), call.parameters()));
      case "POST/issues/#/comments" -> {
        int id =
            server.comment(
                one.number, ForgeServer.USER, "", 0, call.body().path("body").asString());
        yield server.reply(
            201, general(one.said.stream().filter(s -> s.id() == id).findFirst().orElseThrow()));
      }
      case "POST/issues/#/labels" -> {
        call.body().path("labels").forEach(label -> one.labels.add(label.asString()));
        ArrayNode labels = json.createArrayNode();
        one.labels.forEach(name -> labels.addObject().put("id", 11).put("name", name));
        yield server.reply(200, labels);
      }
      case "POST/pulls/#/requested_reviewers" -> {
        call.body().path("reviewers").forEach(name -> one.reviewers.add(name.asString()));
        yield server.reply(201, gitea ? json.createArrayNode() : pullRequest(one, true));
      }
      default -> server.reply(404, error("Not Found"));
    };
  }

  private ObjectNode repository(String fullName, Repository repository) throws IOException {
    ObjectNode node = json.createObjectNode();
    node.put("id", 1);
    node.put("name", fullName.substring(fullName.indexOf('/') + 1));
    node.put("full_name", fullName);
    node.set("owner", user(fullName.substring(0, fullName.indexOf('/'))));
    node.put("private", false);
    node.put("html_url", server.address() + "/" + fullName);
    node.put("default_branch", Repository.shortenRefName(repository.getFullBranch()));
    node.put("archived", false);
    if (fullName.startsWith(ForgeServer.USER + "/")) {
      node.putObject("parent").put("full_name", "acme/ontology");
    }
    node.putObject("permissions")
        .put("admin", false)
        .put("push", server.mayPushTo(fullName))
        .put("pull", true);
    return node;
  }

  private HttpFaults.Reply fork(Call call) throws IOException {
    String to = ForgeServer.USER + call.fullName().substring(call.fullName().indexOf('/'));
    boolean there = server.fork(call.fullName(), to);
    if (there && gitea) {
      return server.reply(409, error("The repository with the same name already exists."));
    }
    try (Repository fork = server.open(to)) {
      return server.reply(202, repository(to, fork));
    }
  }

  /** The newest commits, each with the user its address belongs to. */
  private HttpFaults.Reply commits(Call call, Repository repository) throws IOException {
    ArrayNode found = json.createArrayNode();
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId from = repository.resolve(call.parameters().getOrDefault("sha", "HEAD"));
      if (from == null) {
        return server.reply(404, error("Not Found"));
      }
      walk.markStart(walk.parseCommit(from));
      for (RevCommit commit : walk) {
        ObjectNode node = found.addObject();
        node.put("sha", commit.name());
        PersonIdent author = commit.getAuthorIdent();
        node.putObject("commit")
            .put("message", commit.getFullMessage())
            .putObject("author")
            .put("name", author.getName())
            .put("email", author.getEmailAddress());
        String login = server.userOf(author.getEmailAddress());
        node.set("author", login == null ? json.nullNode() : user(login));
      }
    }
    return server.reply(200, page(found, call.parameters()));
  }

  private HttpFaults.Reply list(Call call) {
    Map<String, String> parameters = call.parameters();
    String state = parameters.getOrDefault("state", "open");
    ArrayNode found = json.createArrayNode();
    for (HostedPullRequest each : server.hosted().reversed()) {
      boolean stateFits = state.equals("all") || (each.state == State.OPEN) == state.equals("open");
      String head = parameters.get("head");
      if (each.repository.equals(call.fullName())
          && stateFits
          && (head == null || label(each).equals(head))) {
        found.add(pullRequest(each, true));
      }
    }
    return server.reply(200, page(found, parameters));
  }

  private ArrayNode page(ArrayNode all, Map<String, String> parameters) {
    int size = Integer.parseInt(parameters.getOrDefault(gitea ? "limit" : "per_page", "30"));
    int from = (Integer.parseInt(parameters.getOrDefault("page", "1")) - 1) * size;
    ArrayNode part = json.createArrayNode();
    for (int i = from; i < Math.min(all.size(), from + size); i++) {
      part.add(all.get(i));
    }
    return part;
  }

  private static String label(HostedPullRequest one) {
    return one.source.substring(0, one.source.indexOf('/')) + ":" + one.branch;
  }

  private HttpFaults.Reply create(Call call, Repository repository) throws IOException {
    JsonNode request = call.body();
    String head = request.path("head").asString();
    int colon = head.indexOf(':');
    String source =
        colon < 0
            ? call.fullName()
            : head.substring(0, colon) + call.fullName().substring(call.fullName().indexOf('/'));
    String branch = head.substring(colon + 1);
    String base = request.path("base").asString();
    ObjectId from;
    try (Repository sources = server.open(source)) {
      from = ForgeServer.commit(sources, branch);
    }
    ObjectId into = ForgeServer.commit(repository, base);
    if (from == null || into == null) {
      return invalid(from == null ? "head" : "base", "invalid", "");
    }
    if (from.equals(into)) {
      return invalid("", "custom", "No commits between " + base + " and " + branch);
    }
    for (HostedPullRequest each : server.hosted()) {
      if (each.state == State.OPEN && each.source.equals(source) && each.branch.equals(branch)) {
        String said = "A pull request already exists for " + label(each) + ".";
        return gitea ? server.reply(409, error(said)) : invalid("", "custom", said);
      }
    }
    HostedPullRequest made = server.add(call.fullName(), source, branch);
    made.base = base;
    made.title = request.path("title").asString();
    made.body = request.path("body").asString("");
    made.draft = request.path("draft").asBoolean(false);
    return server.reply(201, pullRequest(made, false));
  }

  private HttpFaults.Reply revise(HostedPullRequest one, JsonNode request) {
    one.title = request.path("title").asString(one.title);
    one.body = request.path("body").asString(one.body);
    if (request.has("state") && one.state != State.MERGED) {
      one.state = request.path("state").asString().equals("open") ? State.OPEN : State.CLOSED;
    }
    return server.reply(gitea ? 201 : 200, pullRequest(one, false));
  }

  @Override
  public JsonNode pullRequest(HostedPullRequest one, boolean inList) {
    ObjectNode node = json.createObjectNode();
    node.set("user", user(one.author));
    node.put("url", server.api() + "/repos/" + one.repository + "/pulls/" + one.number);
    node.put("id", 1000 + one.number);
    node.put(
        "html_url",
        server.address() + "/" + one.repository + (gitea ? "/pulls/" : "/pull/") + one.number);
    node.put("number", one.number);
    node.put("state", one.state == State.OPEN ? "open" : "closed");
    node.put("title", one.title);
    node.put("body", one.body);
    node.put("created_at", "2026-01-05T10:00:00Z");
    if (one.state == State.MERGED) {
      node.put("merged_at", "2026-01-06T10:00:00Z");
    } else {
      node.putNull("merged_at");
    }
    if (gitea || !inList) {
      node.put("merged", one.state == State.MERGED);
      node.put("merge_commit_sha", one.mergeCommit);
    }
    if (!gitea) {
      node.put("draft", one.draft);
    }
    ObjectNode head = node.putObject("head");
    head.put("label", label(one)).put("ref", one.branch).put("sha", one.headCommit);
    ObjectNode base = node.putObject("base");
    base.put("label", one.repository.substring(0, one.repository.indexOf('/')) + ":" + one.base)
        .put("ref", one.base)
        .put("sha", "0".repeat(40));
    if (gitea) {
      head.set("repo", repositoryNode(one.source));
      base.set("repo", repositoryNode(one.repository));
    }
    return node;
  }

  private ObjectNode repositoryNode(String fullName) {
    ObjectNode node = json.createObjectNode();
    node.put("id", 1).put("name", fullName.substring(fullName.indexOf('/') + 1));
    node.put("full_name", fullName);
    node.set("owner", user(fullName.substring(0, fullName.indexOf('/'))));
    return node;
  }

  private ArrayNode reviews(HostedPullRequest one) {
    ArrayNode all = json.createArrayNode();
    for (Verdict verdict : one.verdicts) {
      ObjectNode node = all.addObject();
      node.put("id", verdict.id());
      node.set("user", user(verdict.user()));
      node.put("body", "");
      node.put("commit_id", one.headCommit);
      node.put(
          "state",
          verdict.approves() ? "APPROVED" : gitea ? "REQUEST_CHANGES" : "CHANGES_REQUESTED");
    }
    if (gitea && one.said.stream().anyMatch(said -> !said.path().isEmpty())) {
      ObjectNode node = all.addObject();
      node.put("id", 999).put("body", "").put("state", "COMMENT").put("commit_id", one.headCommit);
      node.put("comments_count", 1);
      node.set("user", user("eve"));
    }
    return all;
  }

  private ArrayNode lineComments(HostedPullRequest one) {
    ArrayNode all = json.createArrayNode();
    one.said.stream()
        .filter(said -> !said.path().isEmpty())
        .forEach(said -> all.add(onLine(said, one.resolved.contains(said.id()))));
    return all;
  }

  private ObjectNode onLine(Said said, boolean resolved) {
    ObjectNode node = general(said);
    node.put("path", said.path());
    node.put("commit_id", "0".repeat(40));
    if (gitea) {
      node.put("position", said.line()).put("original_position", 0);
      if (resolved) {
        node.set("resolver", user("bob"));
      }
    } else if (said.line() == 0) {
      node.putNull("line");
    } else {
      node.put("line", said.line());
    }
    if (said.answers() > 0) {
      node.put("in_reply_to_id", said.answers());
    }
    return node;
  }

  private ArrayNode general(HostedPullRequest one) {
    ArrayNode all = json.createArrayNode();
    one.said.stream().filter(said -> said.path().isEmpty()).forEach(said -> all.add(general(said)));
    return all;
  }

  private ObjectNode general(Said said) {
    ObjectNode node = json.createObjectNode();
    node.put("id", said.id()).put("body", said.text()).put("created_at", said.at());
    node.set("user", user(said.user()));
    return node;
  }

  private HttpFaults.Reply answered(HostedPullRequest one, Call call) {
    int to = call.number(4);
    Said asked = one.said.stream().filter(said -> said.id() == to).findFirst().orElseThrow();
    Said answer =
        new Said(
            server.nextId(),
            ForgeServer.USER,
            asked.path(),
            asked.line(),
            call.body().path("body").asString(),
            to);
    one.said.add(answer);
    return server.reply(201, onLine(answer, false));
  }

  private HttpFaults.Reply lineByReview(HostedPullRequest one, JsonNode body) {
    int id = server.nextId();
    for (JsonNode comment : body.path("comments")) {
      one.said.add(
          new Said(
              id,
              ForgeServer.USER,
              comment.path("path").asString(),
              comment.path("new_position").asInt(),
              comment.path("body").asString(),
              0));
    }
    ObjectNode node = json.createObjectNode();
    node.put("id", id)
        .put("state", "COMMENT")
        .put("body", "")
        .put("submitted_at", "2026-01-05T11:00:00Z");
    node.set("user", user(ForgeServer.USER));
    return server.reply(200, node);
  }

  private HostedPullRequest.Checks checksOf(Call call) {
    String commit = call.rest().split("/", -1)[2];
    return server.hosted().stream()
        .filter(one -> one.headCommit.equals(commit))
        .map(one -> one.checks)
        .reduce((first, second) -> second)
        .orElse(HostedPullRequest.Checks.NONE);
  }

  private ObjectNode checkRuns(Call call) {
    ObjectNode node = json.createObjectNode();
    ArrayNode runs = node.putArray("check_runs");
    HostedPullRequest.Checks checks = checksOf(call);
    if (checks != HostedPullRequest.Checks.NONE) {
      ObjectNode run = runs.addObject();
      run.put("id", 1).put("name", "validate").put("head_sha", "0".repeat(40));
      run.put("status", checks == HostedPullRequest.Checks.PENDING ? "in_progress" : "completed");
      switch (checks) {
        case PASSED -> run.put("conclusion", "success");
        case FAILED -> run.put("conclusion", "failure");
        default -> run.putNull("conclusion");
      }
    }
    node.put("total_count", runs.size());
    return node;
  }

  private ObjectNode status(Call call) {
    HostedPullRequest.Checks checks = gitea ? checksOf(call) : HostedPullRequest.Checks.NONE;
    String state =
        switch (checks) {
          case PASSED -> "success";
          case FAILED -> "failure";
          case PENDING, NONE -> "pending";
        };
    return json.createObjectNode()
        .put("state", state.toLowerCase(Locale.ROOT))
        .put("sha", "0".repeat(40))
        .put("total_count", checks == HostedPullRequest.Checks.NONE ? 0 : 1);
  }

  private HttpFaults.Reply invalid(String field, String code, String message) {
    if (gitea) {
      return server.reply(422, error(message.isEmpty() ? field + " " + code : message));
    }
    ObjectNode error = error("Validation Failed");
    ObjectNode detail = error.putArray("errors").addObject();
    detail.put("resource", "PullRequest").put("code", code);
    if (!field.isEmpty()) {
      detail.put("field", field);
    }
    if (!message.isEmpty()) {
      detail.put("message", message);
    }
    return server.reply(422, error);
  }
}
