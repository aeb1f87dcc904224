package org.ontodraft.app.forge;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ontodraft.app.forge.JsonCalls.Exchange.Answered;
import org.ontodraft.app.secret.Origin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads GitHub's answers: what a status, its headers and its body mean together. */
final class GitHubAnswers {
  /** What GitHub asks to wait when it does not say how long. */
  private static final long DEFAULT_WAIT_SECONDS = 60;

  private static final int MAX_MESSAGE = 500;

  private final JsonMapper json;
  private final InstantSource clock;

  GitHubAnswers(JsonMapper json, InstantSource clock) {
    this.json = json;
    this.clock = clock;
  }

  /** An answer that was read. */
  sealed interface Answer {
    /** Success. */
    record Json(JsonNode value) implements Answer {}

    /** Anything else. */
    record Failed(ForgeFailure failure) implements Answer {}
  }

  Answer read(Answered answered) {
    int status = answered.response().statusCode();
    if (status == 200 || status == 201) {
      return body(answered)
          .<Answer>map(Answer.Json::new)
          .orElseGet(() -> new Answer.Failed(new ForgeFailure.UnexpectedAnswer("not JSON")));
    }
    return new Answer.Failed(failure(status, answered));
  }

  private ForgeFailure failure(int status, Answered answered) {
    if (status >= 500) {
      return new ForgeFailure.ServerFault(status);
    }
    String message = message(answered);
    return switch (status) {
      case 401 -> new ForgeFailure.SignInRefused();
      case 403 -> forbidden(answered, message);
      case 404, 410 -> new ForgeFailure.NotFound();
      case 429 -> new ForgeFailure.RateLimited(until(answered));
      case 400, 409, 422 -> new ForgeFailure.Rejected(reasons(answered, message));
      default -> new ForgeFailure.UnexpectedAnswer("HTTP " + status);
    };
  }

  private ForgeFailure forbidden(Answered answered, String message) {
    Optional<String> sso = answered.header("X-GitHub-SSO");
    if (sso.isPresent()) {
      return new ForgeFailure.SingleSignOnNeeded(page(sso.get()));
    }
    if (answered.header("Retry-After").isPresent()
        || answered.header("X-RateLimit-Remaining").filter("0"::equals).isPresent()
        || message.toLowerCase(Locale.ROOT).contains("rate limit")) {
      return new ForgeFailure.RateLimited(until(answered));
    }
    String needed =
        answered
            .header("X-Accepted-GitHub-Permissions")
            .or(() -> answered.header("X-Accepted-OAuth-Scopes"))
            .orElse("");
    return new ForgeFailure.PermissionMissing(bounded(needed), message);
  }

  private static Optional<URI> page(String sso) {
    int url = sso.indexOf("url=");
    return url < 0 ? Optional.empty() : webPage(sso.substring(url + "url=".length()).strip());
  }

  private Instant until(Answered answered) {
    Optional<Instant> told =
        answered
            .header("Retry-After")
            .flatMap(GitHubAnswers::seconds)
            .map(wait -> clock.instant().plusSeconds(wait))
            .or(() ->
                answered
                    .header("X-RateLimit-Remaining")
                    .filter("0"::equals)
                    .flatMap(exhausted -> answered.header("X-RateLimit-Reset"))
                    .flatMap(GitHubAnswers::seconds)
                    .map(Instant::ofEpochSecond));
    return told.orElseGet(() -> clock.instant().plusSeconds(DEFAULT_WAIT_SECONDS));
  }

  private static Optional<Long> seconds(String header) {
    return header.matches("\\d{1,11}") ? Optional.of(Long.valueOf(header)) : Optional.empty();
  }

  private List<String> reasons(Answered answered, String message) {
    List<String> reasons = new ArrayList<>();
    for (JsonNode error :
        body(answered).map(node -> node.path("errors")).stream()
            .flatMap(JsonNode::valueStream)
            .toList()) {
      String text =
          error.isString()
              ? error.asString()
              : error
                  .path("message")
                  .asString(
                      error.path("field").asString("") + " " + error.path("code").asString(""));
      reasons.add(bounded(text.strip()));
    }
    if (reasons.isEmpty()) {
      reasons.add(message.isEmpty() ? "HTTP " + answered.response().statusCode() : message);
    }
    return reasons;
  }

  private String message(Answered answered) {
    return bounded(body(answered).map(node -> node.path("message").asString("")).orElse(""));
  }

  /** The body, when it says that it is JSON and is. */
  private Optional<JsonNode> body(Answered answered) {
    String type = answered.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json") && !type.startsWith("application/vnd.github")) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readTree(answered.response().body()));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** The pull request in an answer; empty when the answer does not have the shape of one. */
  Optional<PullRequest> pullRequest(JsonNode node) {
    Optional<URI> url = webPage(node.path("html_url").asString(""));
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
            node.path("base").path("ref").asString("")));
  }

  /** An address a browser may be sent to. */
  private static Optional<URI> webPage(String text) {
    try {
      URI uri = new URI(text);
      Origin origin = Origin.of(uri);
      return origin.scheme().equals("https") || origin.loopback()
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static String bounded(String text) {
    return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "\u2026";
  }
}
