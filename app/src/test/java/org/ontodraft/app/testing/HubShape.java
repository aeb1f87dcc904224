package org.ontodraft.app.testing;

import java.io.IOException;
import java.util.Map;
import org.eclipse.jgit.lib.Repository;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** GitHub's API, and Gitea's, which follows it in most. */
final class HubShape implements ForgeShape {
  private final ForgeServer server;
  private final boolean gitea;
  private final HubJson json;
  private final HubPullRequests pullRequests;
  private final HubConversation conversation;
  private final HubCommits commits;

  HubShape(ForgeServer server, boolean gitea) {
    this.server = server;
    this.gitea = gitea;
    this.json = new HubJson(gitea);
    this.pullRequests = new HubPullRequests(server, json);
    this.conversation = new HubConversation(server, json);
    this.commits = new HubCommits(server, json);
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
    return json.error(message);
  }

  @Override
  public ObjectNode pullRequest(HostedPullRequest one, boolean inList) {
    return pullRequests.one(one, inList);
  }

  @Override
  public String repositoryOf(String path) {
    String[] parts = path.split("/", -1);
    return parts.length > 3 && parts[1].equals("repos") ? parts[2] + "/" + parts[3] : "";
  }

  @Override
  public HttpFaults.Reply answerAlone(Call call) {
    return server.reply(200, json.user(ForgeServer.USER));
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

  @Override
  public HttpFaults.Reply answer(Call call, Repository repository) throws IOException {
    if (call.is("GET", "")) {
      return server.reply(200, repository(call.fullName(), repository));
    }
    if (call.is("POST", "/forks")) {
      return fork(call);
    }
    if (call.is("GET", "/pulls")) {
      return pullRequests.list(call);
    }
    if (call.is("POST", "/pulls")) {
      return pullRequests.create(call, repository);
    }
    if (call.is("GET", "/commits/[^/]+/check-runs")) {
      return server.reply(200, commits.checkRuns(call));
    }
    if (call.is("GET", "/commits/[^/]+/status")) {
      return server.reply(200, commits.status(call));
    }
    if (call.is("GET", "/commits")) {
      return commits.list(call, repository);
    }
    if (call.is("GET", "/labels")) {
      ArrayNode labels = json.array();
      labels.addObject().put("id", 11).put("name", "schema");
      return server.reply(200, labels);
    }
    return about(call, server.number(call.number(2)));
  }

  private HttpFaults.Reply about(Call call, HostedPullRequest one) {
    return switch (call.method() + call.rest().replaceAll("[0-9]+", "#")) {
      case "GET/pulls/#" -> server.reply(200, pullRequests.one(one, false));
      case "PATCH/pulls/#" -> pullRequests.revise(one, call.body());
      case "GET/pulls/#/reviews" ->
          server.reply(200, json.page(conversation.reviews(one), call.parameters()));
      case "POST/pulls/#/reviews" -> conversation.lineByReview(one, call.body());
      case "GET/pulls/#/files" -> {
        ArrayNode files = json.array();
        server.touched(one).forEach(path -> files.addObject().put("filename", path));
        yield server.reply(200, json.page(files, call.parameters()));
      }
      case "GET/pulls/#/comments" ->
          server.reply(200, json.page(conversation.lineComments(one), call.parameters()));
      case "GET/pulls/#/reviews/#/comments" -> server.reply(200, conversation.lineComments(one));
      case "POST/pulls/#/comments/#/replies" -> conversation.answered(one, call);
      case "GET/issues/#/comments" ->
          server.reply(
              200,
              gitea
                  ? conversation.general(one)
                  : json.page(conversation.general(one), call.parameters()));
      case "POST/issues/#/comments" -> {
        int id =
            server.comment(
                one.number, ForgeServer.USER, "", 0, call.body().path("body").asString());
        yield server.reply(
            201,
            conversation.general(
                one.said.stream().filter(s -> s.id() == id).findFirst().orElseThrow()));
      }
      case "POST/issues/#/labels" -> {
        call.body().path("labels").forEach(label -> one.labels.add(label.asString()));
        ArrayNode labels = json.array();
        one.labels.forEach(name -> labels.addObject().put("id", 11).put("name", name));
        yield server.reply(200, labels);
      }
      case "POST/pulls/#/requested_reviewers" -> {
        call.body().path("reviewers").forEach(name -> one.reviewers.add(name.asString()));
        yield server.reply(201, gitea ? json.array() : pullRequests.one(one, true));
      }
      default -> server.reply(404, json.error("Not Found"));
    };
  }

  private ObjectNode repository(String fullName, Repository repository) throws IOException {
    ObjectNode node = json.object();
    node.put("id", 1);
    node.put("name", fullName.substring(fullName.indexOf('/') + 1));
    node.put("full_name", fullName);
    node.set("owner", json.user(fullName.substring(0, fullName.indexOf('/'))));
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
      return server.reply(409, json.error("The repository with the same name already exists."));
    }
    try (Repository fork = server.open(to)) {
      return server.reply(202, repository(to, fork));
    }
  }
}
