package org.ontodraft.app.testing;

import java.io.IOException;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.ontodraft.app.testing.ForgeShape.Call;
import org.ontodraft.app.testing.HostedPullRequest.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pull requests: listed, made and revised. */
final class HubPullRequests {
  private final ForgeServer server;
  private final HubJson json;

  HubPullRequests(ForgeServer server, HubJson json) {
    this.server = server;
    this.json = json;
  }

  HttpFaults.Reply list(Call call) {
    Map<String, String> parameters = call.parameters();
    String state = parameters.getOrDefault("state", "open");
    ArrayNode found = json.array();
    for (HostedPullRequest each : server.hosted().reversed()) {
      boolean stateFits = state.equals("all") || (each.state == State.OPEN) == state.equals("open");
      String head = parameters.get("head");
      if (each.repository.equals(call.fullName())
          && stateFits
          && (head == null || label(each).equals(head))) {
        found.add(one(each, true));
      }
    }
    return server.reply(200, json.page(found, parameters));
  }

  private static String label(HostedPullRequest one) {
    return one.source.substring(0, one.source.indexOf('/')) + ":" + one.branch;
  }

  HttpFaults.Reply create(Call call, Repository repository) throws IOException {
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
        return json.isGitea() ? server.reply(409, json.error(said)) : invalid("", "custom", said);
      }
    }
    HostedPullRequest made = server.add(call.fullName(), source, branch);
    made.base = base;
    made.title = request.path("title").asString();
    made.body = request.path("body").asString("");
    made.draft = request.path("draft").asBoolean(false);
    return server.reply(201, one(made, false));
  }

  HttpFaults.Reply revise(HostedPullRequest one, JsonNode request) {
    one.title = request.path("title").asString(one.title);
    one.body = request.path("body").asString(one.body);
    if (request.has("state") && one.state != State.MERGED) {
      one.state = request.path("state").asString().equals("open") ? State.OPEN : State.CLOSED;
    }
    return server.reply(json.isGitea() ? 201 : 200, one(one, false));
  }

  ObjectNode one(HostedPullRequest one, boolean inList) {
    ObjectNode node = json.object();
    node.set("user", json.user(one.author));
    node.put("url", server.api() + "/repos/" + one.repository + "/pulls/" + one.number);
    node.put("id", 1000 + one.number);
    node.put(
        "html_url",
        server.address()
            + "/"
            + one.repository
            + (json.isGitea() ? "/pulls/" : "/pull/")
            + one.number);
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
    if (json.isGitea() || !inList) {
      node.put("merged", one.state == State.MERGED);
      node.put("merge_commit_sha", one.mergeCommit);
    }
    if (!json.isGitea()) {
      node.put("draft", one.draft);
    }
    ObjectNode head = node.putObject("head");
    head.put("label", label(one)).put("ref", one.branch).put("sha", one.headCommit);
    ObjectNode base = node.putObject("base");
    base.put("label", one.repository.substring(0, one.repository.indexOf('/')) + ":" + one.base)
        .put("ref", one.base)
        .put("sha", "0".repeat(40));
    if (json.isGitea()) {
      head.set("repo", repositoryNode(one.source));
      base.set("repo", repositoryNode(one.repository));
    }
    return node;
  }

  private ObjectNode repositoryNode(String fullName) {
    ObjectNode node = json.object();
    node.put("id", 1).put("name", fullName.substring(fullName.indexOf('/') + 1));
    node.put("full_name", fullName);
    node.set("owner", json.user(fullName.substring(0, fullName.indexOf('/'))));
    return node;
  }

  private HttpFaults.Reply invalid(String field, String code, String message) {
    if (json.isGitea()) {
      return server.reply(422, json.error(message.isEmpty() ? field + " " + code : message));
    }
    ObjectNode error = json.error("Validation Failed");
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
