package org.ontodraft.app.forge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.ontodraft.app.secret.Origin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a server which kind of forge it is, at the addresses where each kind tells its version. No
 * token goes along. Ask a person before: the server learns that somebody works here.
 */
public final class ForgeProbe {
  private final JsonCalls calls;
  private final ForgeAnswers answers;

  /**
   * A probe.
   *
   * @param client one that follows no redirects
   * @param timeout the longest each of the questions may take
   */
  public ForgeProbe(HttpClient client, Duration timeout, InstantSource clock) {
    this.calls = new JsonCalls(client, timeout);
    this.answers = new ForgeAnswers(JsonMapper.shared(), clock);
  }

  /** What a server is. */
  public sealed interface Found {
    /**
     * A forge.
     *
     * @param api the base of its API
     */
    record Known(ForgeKind kind, URI api) implements Found {}

    /** It answers, and as none of the forges there is an adapter for. */
    record Unknown() implements Found {}

    /** It does not answer. */
    record Away(ForgeFailure.Unreachable failure) implements Found {}
  }

  /** Asks; three short questions at most. Blocking. */
  public Found ask(Origin server) {
    Optional<ForgeFailure.Unreachable> away = Optional.empty();
    for (ForgeKind kind : ForgeKind.values()) {
      URI api = URI.create(server + kind.apiPath());
      String path = kind == ForgeKind.GITHUB ? "/meta" : "/version";
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(api + path))
              .header("Accept", "application/json")
              .header("User-Agent", "Ontodraft")
              .GET()
              .build();
      switch (calls.send(request, kind.apiPath() + path)) {
        case JsonCalls.Exchange.Failed failed -> {
          if (failed.failure() instanceof ForgeFailure.Unreachable unreachable) {
            away = Optional.of(unreachable);
          }
        }
        case JsonCalls.Exchange.Answered answered -> {
          if (speaks(kind, answered)) {
            return new Found.Known(kind, api);
          }
        }
      }
    }
    return away.<Found>map(Found.Away::new).orElseGet(Found.Unknown::new);
  }

  /** Gitea tells its version to everybody, GitLab asks who it is, GitHub tells what it offers. */
  private boolean speaks(ForgeKind kind, JsonCalls.Exchange.Answered answered) {
    int status = answered.response().statusCode();
    JsonNode body = answers.json(answered).orElse(null);
    if (body == null) {
      return false;
    }
    return switch (kind) {
      case GITEA -> status == 200 && body.path("version").isString();
      case GITLAB ->
          (status == 200 && body.path("version").isString() && body.path("revision").isString())
              || (status == 401 && body.path("message").asString("").startsWith("401"));
      case GITHUB ->
          (status == 200 && body.has("verifiable_password_authentication"))
              || answered.header("X-GitHub-Request-Id").isPresent();
    };
  }
}
