package org.ontodraft.app.testing;

import java.io.IOException;
import java.util.Locale;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.ontodraft.app.testing.ForgeShape.Call;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Commits, and what is checked of them. */
final class HubCommits {
  private final ForgeServer server;
  private final HubJson json;

  HubCommits(ForgeServer server, HubJson json) {
    this.server = server;
    this.json = json;
  }

  /** The newest commits, each with the user its address belongs to. */
  HttpFaults.Reply list(Call call, Repository repository) throws IOException {
    ArrayNode found = json.array();
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId from = repository.resolve(call.parameters().getOrDefault("sha", "HEAD"));
      if (from == null) {
        return server.reply(404, json.error("Not Found"));
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
        node.set("author", login == null ? json.object().nullNode() : json.user(login));
      }
    }
    return server.reply(200, json.page(found, call.parameters()));
  }

  private HostedPullRequest.Checks checksOf(Call call) {
    String commit = call.rest().split("/", -1)[2];
    return server.hosted().stream()
        .filter(one -> one.headCommit.equals(commit))
        .map(one -> one.checks)
        .reduce((first, second) -> second)
        .orElse(HostedPullRequest.Checks.NONE);
  }

  ObjectNode checkRuns(Call call) {
    ObjectNode node = json.object();
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

  ObjectNode status(Call call) {
    HostedPullRequest.Checks checks =
        json.isGitea() ? checksOf(call) : HostedPullRequest.Checks.NONE;
    String state =
        switch (checks) {
          case PASSED -> "success";
          case FAILED -> "failure";
          case PENDING, NONE -> "pending";
        };
    return json.object()
        .put("state", state.toLowerCase(Locale.ROOT))
        .put("sha", "0".repeat(40))
        .put("total_count", checks == HostedPullRequest.Checks.NONE ? 0 : 1);
  }
}
