package org.ontodraft.app.forge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ontodraft.app.forge.JsonCalls.Exchange.Answered;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs people in with a code that they type in their browser, at GitHub, GitHub Enterprise and
 * GitLab. Neither client secrets nor passwords are used. Blocking, for a bounded time. Thread-safe.
 */
public final class DeviceGrants {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
  private static final Duration USUAL_LIFETIME = Duration.ofMinutes(15);
  private static final int MAX_SECONDS = 24 * 60 * 60 * 366;
  private static final int MAX_CODE = 64;

  private final JsonCalls calls;
  private final ForgeAnswers answers;

  /**
   * Sign-ins.
   *
   * @param client one that follows no redirects
   * @param timeout the longest each of the questions may take
   */
  public DeviceGrants(HttpClient client, Duration timeout, InstantSource clock) {
    this.calls = new JsonCalls(client, timeout);
    this.answers = new ForgeAnswers(JsonMapper.shared(), clock);
  }

  /** Whether a kind of forge signs people in so. Gitea and Forgejo do not. */
  public static boolean offeredBy(ForgeKind kind) {
    return kind != ForgeKind.GITEA;
  }

  /** What comes of asking for a code. */
  public sealed interface Begun {
    /** The person can be asked. */
    record Asked(DeviceCode code) implements Begun {}

    /** There will be no sign-in. */
    record Refused(DeviceGrant reason) implements Begun {}
  }

  /** Asks for a code. */
  public Begun begin(ForgeKind kind, Origin server, String client) {
    String path = kind == ForgeKind.GITLAB ? "/oauth/authorize_device" : "/login/device/code";
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", client);
    form.put("scope", kind == ForgeKind.GITLAB ? "api" : "repo");
    return switch (post(server, path, form)) {
      case JsonCalls.Exchange.Failed failed ->
          new Begun.Refused(new DeviceGrant.Failed(failed.failure()));
      case Answered answered ->
          code(kind, server, client, answered)
              .<Begun>map(Begun.Asked::new)
              .orElseGet(() -> new Begun.Refused(refusal(answered)));
    };
  }

  private Optional<DeviceCode> code(
      ForgeKind kind, Origin server, String client, Answered answered) {
    JsonNode node = answers.json(answered).orElseGet(JsonMapper.shared()::createObjectNode);
    String device = node.path("device_code").asString("");
    String user = node.path("user_code").asString("");
    Optional<URI> page =
        ForgeAnswers.webPage(node.path("verification_uri").asString("")).filter(server::covers);
    return device.isEmpty() || user.isEmpty() || user.length() > MAX_CODE || page.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DeviceCode(
                kind,
                server,
                client,
                Secret.of(device),
                user,
                page.get(),
                seconds(node, "interval").orElse(USUAL_INTERVAL),
                seconds(node, "expires_in").orElse(USUAL_LIFETIME)));
  }

  /** Asks whether the person has agreed. */
  public DeviceGrant ask(DeviceCode code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", code.client());
    form.put("device_code", code.device().reveal());
    form.put("grant_type", GRANT);
    return granted(post(code.server(), tokenPath(code.kind()), form));
  }

  /** Asks for a new token in place of one that has ended. */
  public DeviceGrant renew(ForgeKind kind, Origin server, String client, Secret renewal) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", client);
    form.put("refresh_token", renewal.reveal());
    form.put("grant_type", "refresh_token");
    return granted(post(server, tokenPath(kind), form));
  }

  private static String tokenPath(ForgeKind kind) {
    return kind == ForgeKind.GITLAB ? "/oauth/token" : "/login/oauth/access_token";
  }

  private DeviceGrant granted(JsonCalls.Exchange exchange) {
    if (!(exchange instanceof Answered answered)) {
      return new DeviceGrant.Failed(((JsonCalls.Exchange.Failed) exchange).failure());
    }
    JsonNode node = answers.json(answered).orElseGet(JsonMapper.shared()::createObjectNode);
    String token = node.path("access_token").asString("");
    if (token.isEmpty()) {
      return refusal(answered);
    }
    String renewal = node.path("refresh_token").asString("");
    return new DeviceGrant.Granted(
        Secret.of(token),
        renewal.isEmpty() ? Optional.empty() : Optional.of(Secret.of(renewal)),
        seconds(node, "expires_in"),
        scopes(node.path("scope").asString("")));
  }

  /** GitHub parts scopes by commas, GitLab by spaces. */
  private static List<String> scopes(String text) {
    return Arrays.stream(text.split("[, ]+")).filter(scope -> !scope.isEmpty()).toList();
  }

  /** GitHub refuses with status 200, the standard with 400; both name the error. */
  private DeviceGrant refusal(Answered answered) {
    JsonNode node = answers.json(answered).orElseGet(JsonMapper.shared()::createObjectNode);
    String error = node.path("error").asString("");
    return switch (error) {
      case "authorization_pending" -> new DeviceGrant.Pending();
      case "slow_down" -> new DeviceGrant.SlowDown(seconds(node, "interval"));
      case "access_denied" -> new DeviceGrant.Denied();
      case "expired_token", "invalid_grant", "bad_refresh_token", "incorrect_device_code" ->
          new DeviceGrant.Expired();
      case "device_flow_disabled",
          "incorrect_client_credentials",
          "invalid_client",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope",
          "Not Found" ->
          new DeviceGrant.ClientRefused(error);
      default ->
          answers.read(answered) instanceof ForgeAnswers.Answer.Failed failed
              ? failed.failure() instanceof ForgeFailure.NotFound
                  ? new DeviceGrant.ClientRefused("HTTP 404")
                  : new DeviceGrant.Failed(failed.failure())
              : new DeviceGrant.Failed(new ForgeFailure.UnexpectedAnswer("not a sign-in"));
    };
  }

  private static Optional<Duration> seconds(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.canConvertToInt() && value.asInt() > 0 && value.asInt() <= MAX_SECONDS
        ? Optional.of(Duration.ofSeconds(value.asInt()))
        : Optional.empty();
  }

  private JsonCalls.Exchange post(Origin server, String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + ForgeCalls.escaped(entry.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", "Ontodraft")
            .POST(BodyPublishers.ofString(body))
            .build();
    return calls.send(request, path);
  }
}
