package org.ontodraft.app.testing;

import org.ontodraft.app.testing.ForgeShape.Call;
import org.ontodraft.app.testing.HostedPullRequest.Said;
import org.ontodraft.app.testing.HostedPullRequest.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is said about pull requests: verdicts, comments and answers. */
final class HubConversation {
  private final ForgeServer server;
  private final HubJson json;

  HubConversation(ForgeServer server, HubJson json) {
    this.server = server;
    this.json = json;
  }

  ArrayNode reviews(HostedPullRequest one) {
    ArrayNode all = json.array();
    for (Verdict verdict : one.verdicts) {
      ObjectNode node = all.addObject();
      node.put("id", verdict.id());
      node.set("user", json.user(verdict.user()));
      node.put("body", "");
      node.put("commit_id", one.headCommit);
      node.put(
          "state",
          verdict.approves()
              ? "APPROVED"
              : json.isGitea() ? "REQUEST_CHANGES" : "CHANGES_REQUESTED");
    }
    if (json.isGitea() && one.said.stream().anyMatch(said -> !said.path().isEmpty())) {
      ObjectNode node = all.addObject();
      node.put("id", 999).put("body", "").put("state", "COMMENT").put("commit_id", one.headCommit);
      node.put("comments_count", 1);
      node.set("user", json.user("eve"));
    }
    return all;
  }

  ArrayNode lineComments(HostedPullRequest one) {
    ArrayNode all = json.array();
    one.said.stream()
        .filter(said -> !said.path().isEmpty())
        .forEach(said -> all.add(onLine(said, one.resolved.contains(said.id()))));
    return all;
  }

  private ObjectNode onLine(Said said, boolean resolved) {
    ObjectNode node = general(said);
    node.put("path", said.path());
    node.put("commit_id", "0".repeat(40));
    if (json.isGitea()) {
      node.put("position", said.line()).put("original_position", 0);
      if (resolved) {
        node.set("resolver", json.user("bob"));
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

  ArrayNode general(HostedPullRequest one) {
    ArrayNode all = json.array();
    one.said.stream().filter(said -> said.path().isEmpty()).forEach(said -> all.add(general(said)));
    return all;
  }

  ObjectNode general(Said said) {
    ObjectNode node = json.object();
    node.put("id", said.id()).put("body", said.text()).put("created_at", said.at());
    node.set("user", json.user(said.user()));
    return node;
  }

  HttpFaults.Reply answered(HostedPullRequest one, Call call) {
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

  HttpFaults.Reply lineByReview(HostedPullRequest one, JsonNode body) {
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
    ObjectNode node = json.object();
    node.put("id", id)
        .put("state", "COMMENT")
        .put("body", "")
        .put("submitted_at", "2026-01-05T11:00:00Z");
    node.set("user", json.user(ForgeServer.USER));
    return server.reply(200, node);
  }
}
