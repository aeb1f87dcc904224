package org.ontodraft.app.testing;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.ontodraft.app.testing.HostedPullRequest.Said;
import org.ontodraft.app.testing.HostedPullRequest.State;
import org.ontodraft.app.testing.HostedPullRequest.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** GitLab's API. */
final class LabShape implements ForgeShape {
  private final ForgeServer server;
  private final JsonMapper json = new JsonMapper();

  LabShape(ForgeServer server) {
    this.server = server;
  }

  @Override
  public String api() {
    return "/api/v4";
  }

  @Override
  public String description() {
    return "gitlab-rest";
  }

  @Override
  public String authorization(String token) {
    return "Bearer " + token;
  }

  @Override
  public ObjectNode error(String message) {
    return json.createObjectNode().put("message", message);
  }

  @Override
  public String repositoryOf(String path) {
    String[] parts = path.split("/", -1);
    return parts.length > 2 && parts[1].equals("projects")
        ? URLDecoder.decode(parts[2], StandardCharsets.UTF_8)
        : "";
  }

  @Override
  public HttpFaults.Reply answerAlone(Call call) {
    return switch (call.rest()) {
      case "/users" -> {
        ArrayNode found = json.createArrayNode();
        found.add(user(call.parameters().getOrDefault("username", "")));
        yield server.reply(200, found);
      }
      case "/personal_access_tokens/self" -> {
        ObjectNode token = json.createObjectNode();
        token.put("id", 5).put("name", "ontodraft").put("expires_at", "2027-01-31");
        token.putArray("scopes").add("api");
        yield server.reply(200, token);
      }
      default -> server.reply(200, user(ForgeServer.USER));
    };
  }

  private ObjectNode user(String name) {
    return json.createObjectNode().put("id", Math.abs(name.hashCode())).put("username", name);
  }

  private static int id(String fullName) {
    return Math.abs(fullName.hashCode() % 100_000) + 1;
  }

  @Override
  public HttpFaults.Reply answer(Call call, Repository repository) throws IOException {
    if (call.is("GET", "")) {
      return server.reply(200, project(call.fullName(), repository));
    }
    if (call.is("POST", "/fork")) {
      return fork(call);
    }
    if (call.is("GET", "/merge_requests")) {
      return list(call);
    }
    if (call.is("POST", "/merge_requests")) {
      return create(call, repository);
    }
    HostedPullRequest one = server.number(call.number(2));
    return switch (call.method() + call.rest().replaceAll("/[0-9a-f]+(?=/|$)", "/#")) {
      case "GET/merge_requests/#" -> server.reply(200, pullRequest(one, false));
      case "PUT/merge_requests/#" -> revise(one, call.body());
      case "GET/merge_requests/#/diffs" -> {
        ArrayNode files = json.createArrayNode();
        server
            .touched(one)
            .forEach(path -> files.addObject().put("old_path", path).put("new_path", path));
        yield server.reply(200, page(files, call.parameters()));
      }
      case "GET/merge_requests/#/approvals" -> server.reply(200, approvals(one));
      case "GET/merge_requests/#/reviewers" -> server.reply(200, reviewers(one));
      case "GET/merge_requests/#/discussions" ->
          server.reply(200, discussions(one, call.parameters()));
      case "POST/merge_requests/#/notes" -> {
        Said said =
            new Said(
                server.nextId(), ForgeServer.USER, "", 0, call.body().path("body").asString(), 0);
        one.said.add(said);
        yield server.reply(201, note(one, said));
      }
      case "POST/merge_requests/#/discussions/#/notes" -> answered(one, call);
      default -> server.reply(404, error("404 Not found"));
    };
  }

  private ObjectNode project(String fullName, Repository repository) throws IOException {
    ObjectNode node = json.createObjectNode();
    node.put("id", id(fullName));
    node.put("path_with_namespace", fullName);
    node.put("default_branch", Repository.shortenRefName(repository.getFullBranch()));
    node.put("archived", false);
    node.putObject("permissions")
        .putNull("group_access")
        .putObject("project_access")
        .put("access_level", server.mayPushTo(fullName) ? 30 : 20);
    if (fullName.startsWith(ForgeServer.USER + "/")) {
      node.putObject("forked_from_project")
          .put("id", id("acme/ontology"))
          .put("path_with_namespace", "acme/ontology");
    }
    return node;
  }

  private HttpFaults.Reply fork(Call call) throws IOException {
    String to = ForgeServer.USER + call.fullName().substring(call.fullName().lastIndexOf('/'));
    if (server.fork(call.fullName(), to)) {
      ObjectNode taken = json.createObjectNode();
      taken.putObject("message").putArray("path").add("has already been taken");
      return server.reply(409, taken);
    }
    try (Repository fork = server.open(to)) {
      return server.reply(201, project(to, fork));
    }
  }

  private HttpFaults.Reply list(Call call) {
    String state = call.parameters().getOrDefault("state", "all");
    String branch = call.parameters().get("source_branch");
    ArrayNode found = json.createArrayNode();
    for (HostedPullRequest each : server.hosted().reversed()) {
      if (each.repository.equals(call.fullName())
          && (state.equals("all") || state(each).equals(state))
          && (branch == null || branch.equals(each.branch))) {
        found.add(pullRequest(each, true));
      }
    }
    return server.reply(200, page(found, call.parameters()));
  }

  private ArrayNode page(ArrayNode all, Map<String, String> parameters) {
    int size = Integer.parseInt(parameters.getOrDefault("per_page", "20"));
    int from = (Integer.parseInt(parameters.getOrDefault("page", "1")) - 1) * size;
    ArrayNode part = json.createArrayNode();
    for (int i = from; i < Math.min(all.size(), from + size); i++) {
      part.add(all.get(i));
    }
    return part;
  }

  private static String state(HostedPullRequest one) {
    return switch (one.state) {
      case OPEN -> "opened";
      case CLOSED -> "closed";
      case MERGED -> "merged";
    };
  }

  private HttpFaults.Reply create(Call call, Repository sources) throws IOException {
    JsonNode request = call.body();
    String branch = request.path("source_branch").asString();
    String base = request.path("target_branch").asString();
    String target =
        request.has("target_project_id")
                && request.path("target_project_id").asInt() == id("acme/ontology")
            ? "acme/ontology"
            : call.fullName();
    ObjectId from = ForgeServer.commit(sources, branch);
    ObjectId into;
    try (Repository targets = server.open(target)) {
      into = ForgeServer.commit(targets, base);
    }
    if (from == null || into == null) {
      ObjectNode error = json.createObjectNode();
      error
          .putObject("message")
          .putArray(from == null ? "source_branch" : "target_branch")
          .add("does not exist");
      return server.reply(400, error);
    }
    for (HostedPullRequest each : server.hosted()) {
      if (each.state == State.OPEN
          && each.source.equals(call.fullName())
          && each.branch.equals(branch)) {
        ObjectNode error = json.createObjectNode();
        error
            .putArray("message")
            .add(
                "Another open merge request already exists for this source branch: !"
                    + each.number);
        return server.reply(409, error);
      }
    }
    HostedPullRequest made = server.add(target, call.fullName(), branch);
    made.base = base;
    made.title = request.path("title").asString();
    made.body = request.path("description").asString("");
    return server.reply(201, pullRequest(made, false));
  }

  private HttpFaults.Reply revise(HostedPullRequest one, JsonNode request) {
    one.title = request.path("title").asString(one.title);
    one.body = request.path("description").asString(one.body);
    if (request.has("state_event") && one.state != State.MERGED) {
      one.state =
          request.path("state_event").asString().equals("reopen") ? State.OPEN : State.CLOSED;
    }
    if (request.has("add_labels")) {
      one.labels.addAll(java.util.List.of(request.path("add_labels").asString().split(",")));
    }
    request.path("reviewer_ids").forEach(id -> one.reviewers.add(id.asString()));
    return server.reply(200, pullRequest(one, false));
  }

  @Override
  public JsonNode pullRequest(HostedPullRequest one, boolean inList) {
    ObjectNode node = json.createObjectNode();
    node.set("author", user(one.author));
    node.put("id", 1000 + one.number).put("iid", one.number).put("project_id", id(one.repository));
    node.put("title", one.title).put("description", one.body).put("state", state(one));
    node.put("source_branch", one.branch).put("target_branch", one.base);
    node.put("source_project_id", id(one.source)).put("target_project_id", id(one.repository));
    node.put("draft", one.title.startsWith("Draft:"));
    node.put("sha", one.headCommit);
    node.put("merge_commit_sha", one.mergeCommit);
    node.putNull("squash_commit_sha");
    node.put(
        "web_url", server.address() + "/" + one.repository + "/-/merge_requests/" + one.number);
    if (!inList && one.checks != HostedPullRequest.Checks.NONE) {
      node.putObject("head_pipeline")
          .put(
              "status",
              switch (one.checks) {
                case PASSED -> "success";
                case FAILED -> "failed";
                default -> "running";
              });
    }
    return node;
  }

  private ObjectNode approvals(HostedPullRequest one) {
    ObjectNode node = json.createObjectNode();
    ArrayNode approved = node.putArray("approved_by");
    for (Verdict verdict : one.verdicts) {
      if (verdict.approves()) {
        approved.addObject().set("user", user(verdict.user()));
      }
    }
    return node;
  }

  private ArrayNode reviewers(HostedPullRequest one) {
    ArrayNode all = json.createArrayNode();
    for (Verdict verdict : one.verdicts) {
      ObjectNode each = all.addObject();
      each.set("user", user(verdict.user()));
      each.put("state", verdict.approves() ? "approved" : "requested_changes");
    }
    return all;
  }

  private ArrayNode discussions(HostedPullRequest one, Map<String, String> parameters) {
    ArrayNode all = json.createArrayNode();
    for (Said first : one.said) {
      if (first.answers() == 0) {
        ObjectNode discussion = all.addObject();
        discussion.put("id", hex(first.id())).put("individual_note", first.path().isEmpty());
        ArrayNode notes = discussion.putArray("notes");
        notes.add(note(one, first));
        one.said.stream()
            .filter(said -> said.answers() == first.id())
            .forEach(said -> notes.add(note(one, said)));
      }
    }
    return page(all, parameters);
  }

  private static String hex(int id) {
    return String.format("%040x", id);
  }

  private ObjectNode note(HostedPullRequest one, Said said) {
    ObjectNode node = json.createObjectNode();
    node.put("id", said.id()).put("body", said.text()).put("system", false);
    node.put("created_at", said.at());
    node.set("author", user(said.user()));
    node.put("resolvable", !said.path().isEmpty());
    if (!said.path().isEmpty()) {
      node.put("resolved", one.resolved.contains(said.answers() == 0 ? said.id() : said.answers()));
      // One whose line is gone was made on an earlier commit.
      node.putObject("position")
          .put("new_path", said.path())
          .put("new_line", said.line() == 0 ? 1 : said.line())
          .put("head_sha", said.line() == 0 ? "1".repeat(40) : one.headCommit);
    }
    return node;
  }

  private HttpFaults.Reply answered(HostedPullRequest one, Call call) {
    int to = Integer.parseInt(call.rest().split("/", -1)[4], 16);
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
    return server.reply(201, note(one, answer));
  }
}
