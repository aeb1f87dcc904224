package org.ontodraft.app.forge;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ontodraft.app.forge.JsonCalls.Exchange.Answered;
import org.ontodraft.app.secret.Origin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what forges answer: what a status, its headers and its body mean together. A time that a
 * forge names is reckoned by its own clock, since the one of this computer may be wrong.
 */
final class ForgeAnswers {
  /** What GitHub asks to wait when it does not say how long; the others say nothing. */
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(60);

  /** Limits are by the minute or by the hour; a longer wait is a mistake of somebody's. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(2);

  /** The beginning of the headers with limits: GitHub's, then GitLab's. */
  private static final List<String> LIMITS = List.of("X-RateLimit-", "RateLimit-");

  private static final int MAX_MESSAGE = 500;

  private final JsonMapper json;
  private final InstantSource clock;

  ForgeAnswers(JsonMapper json, InstantSource clock) {
    this.json = json;
    this.clock = clock;
  }

  /** An answer that was read. */
  sealed interface Answer {
    /** Success. */
    record Json(JsonNode value, HttpHeaders headers) implements Answer {
      /** A header of the answer. */
      Optional<String> header(String name) {
        return headers.firstValue(name);
      }
    }

    /** What was answered before is still so. */
    record Unchanged() implements Answer {}

    /** Anything else. */
    record Failed(ForgeFailure failure) implements Answer {}
  }

  Answer read(Answered answered) {
    int status = answered.response().statusCode();
    if (status == 304) {
      return new Answer.Unchanged();
    }
    if (status == 200 || status == 201 || status == 202) {
      return json(answered)
          .<Answer>map(value -> new Answer.Json(value, answered.response().headers()))
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
      case 401 ->
          answered.header("X-GitHub-OTP").or(() -> answered.header("X-Gitea-OTP")).isPresent()
              ? new ForgeFailure.SecondFactorWanted()
              : new ForgeFailure.SignInRefused();
      case 403 -> forbidden(answered, message);
      case 404, 410 -> new ForgeFailure.NotFound();
      case 429 -> new ForgeFailure.RateLimited(until(answered));
      case 400, 405, 409, 422 -> new ForgeFailure.Rejected(reasons(answered, message));
      default -> new ForgeFailure.UnexpectedAnswer("HTTP " + status);
    };
  }

  private ForgeFailure forbidden(Answered answered, String message) {
    Optional<String> sso = answered.header("X-GitHub-SSO");
    if (sso.isPresent()) {
      return new ForgeFailure.SingleSignOnNeeded(page(sso.get()));
    }
    if (answered.header("Retry-After").isPresent()
        || reset(answered).isPresent()
        || message.toLowerCase(Locale.ROOT).contains("rate limit")) {
      return new ForgeFailure.RateLimited(until(answered));
    }
    String needed =
        answered
            .header("X-Accepted-GitHub-Permissions")
            .or(() -> answered.header("X-Accepted-OAuth-Scopes"))
            .or(() -> json(answered).map(node -> node.path("scope").asString("")))
            .orElse("");
    return new ForgeFailure.PermissionMissing(bounded(needed), message);
  }

  private static Optional<URI> page(String sso) {
    int url = sso.indexOf("url=");
    return url < 0 ? Optional.empty() : webPage(sso.substring(url + "url=".length()).strip());
  }

  private Instant until(Answered answered) {
    Optional<Duration> told =
        answered
            .header("Retry-After")
            .flatMap(value ->
                seconds(value)
                    .map(Duration::ofSeconds)
                    .or(() -> httpDate(value).map(date -> Duration.between(now(answered), date))))
            .or(() -> reset(answered));
    return clock.instant().plus(told.map(ForgeAnswers::bounded).orElse(DEFAULT_WAIT));
  }

  private Optional<Duration> reset(Answered answered) {
    for (String prefix : LIMITS) {
      Optional<Duration> wait =
          answered
              .header(prefix + "Remaining")
              .filter("0"::equals)
              .flatMap(exhausted -> answered.header(prefix + "Reset"))
              .flatMap(ForgeAnswers::seconds)
              .map(Instant::ofEpochSecond)
              .map(at -> Duration.between(now(answered), at));
      if (wait.isPresent()) {
        return wait;
      }
    }
    return Optional.empty();
  }

  /** The time at the forge. */
  private Instant now(Answered answered) {
    return answered.header("Date").flatMap(ForgeAnswers::httpDate).orElseGet(clock::instant);
  }

  private static Optional<Instant> httpDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
      return Duration.ofSeconds(1);
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static Optional<Long> seconds(String header) {
    return header.matches("\\d{1,11}") ? Optional.of(Long.valueOf(header)) : Optional.empty();
  }

  private List<String> reasons(Answered answered, String message) {
    List<String> reasons = new ArrayList<>();
    for (JsonNode error :
        json(answered).map(node -> node.path("errors")).stream()
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

  /**
   * What the forge says: GitHub and Gitea in {@code message}, GitLab there as text, list or lists
   * by field, or in {@code error} and {@code error_description}.
   */
  private String message(Answered answered) {
    JsonNode node = json(answered).orElseGet(json::createObjectNode);
    JsonNode message = node.path("message");
    String text =
        message.isContainer()
            ? message.isObject()
                ? String.join(
                    "; ",
                    message.properties().stream()
                        .map(field -> field.getKey() + " " + flat(field.getValue()))
                        .toList())
                : flat(message)
            : message.asString("");
    if (text.isEmpty()) {
      text = node.path("error_description").asString(node.path("error").asString(""));
    }
    return bounded(text);
  }

  private static String flat(JsonNode list) {
    return list.isArray()
        ? String.join(", ", list.valueStream().map(item -> item.asString("")).toList())
        : list.asString("");
  }

  /** The body, when it says that it is JSON and is. */
  Optional<JsonNode> json(Answered answered) {
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

  /** An address a browser may be sent to. */
  static Optional<URI> webPage(String text) {
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
