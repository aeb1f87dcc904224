package org.ontodraft.app.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ForgeKind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where people type the code of a sign-in (RFC 8628), worded as GitHub or GitLab word it: GitHub
 * refuses with status 200, GitLab with 400. What does not fit the published parameters is kept in
 * {@link #violations()} and refused; who asks more often than the interval is told to slow down.
 */
public final class DeviceDesk {
  /** The client that is registered. */
  public static final String CLIENT = "Iv1.0123456789abcdef";

  /** What the person types. */
  public static final String USER_CODE = "WDJB-MJHT";

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  private final ForgeServer server;
  private final boolean lab;
  private final JsonMapper json = new JsonMapper();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final List<String> secrets = new ArrayList<>();
  private InstantSource clock = InstantSource.system();
  private Answer answer = Answer.NONE;
  private Duration interval = Duration.ofSeconds(5);
  private @Nullable Instant begun;
  private @Nullable Instant asked;
  private boolean enabled = true;
  private boolean useless;
  private int issued;
  private @Nullable String renewal;
  private @Nullable Duration tokenLifetime;

  /** What the person did. */
  public enum Answer {
    NONE,
    AGREED,
    DENIED
  }

  DeviceDesk(ForgeServer server, ForgeKind kind) {
    this.server = server;
    this.lab = kind == ForgeKind.GITLAB;
  }

  /** By another clock. */
  public synchronized DeviceDesk by(InstantSource other) {
    clock = other;
    return this;
  }

  /** The person does this. */
  public synchronized void answer(Answer given) {
    answer = given;
  }

  /** From now on gives tokens that live so long, with what renews them. */
  public synchronized DeviceDesk renewing(Duration lifetime) {
    tokenLifetime = lifetime;
    return this;
  }

  /** From now on wants to be asked no more often than this. */
  public synchronized DeviceDesk every(Duration least) {
    interval = least;
    return this;
  }

  /** From now on gives tokens that the server does not take. */
  public synchronized void giveUseless() {
    useless = true;
  }

  /** From now on signs nobody in with a code. */
  public synchronized void disable() {
    enabled = false;
  }

  /** What renewed a token is good for nothing from now on. */
  public synchronized void revoke() {
    renewal = null;
  }

  /** How requests broke the description. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** Every secret that was handed out. */
  public synchronized List<String> secrets() {
    return List.copyOf(secrets);
  }

  List<String> paths() {
    return lab
        ? List.of("/oauth/authorize_device", "/oauth/token")
        : List.of("/login/device/code", "/login/oauth/access_token");
  }

  synchronized HttpFaults.Reply handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    Map<String, String> form = form(body);
    check("method", exchange.getRequestMethod().equals("POST"));
    check("Accept", "application/json".equals(exchange.getRequestHeaders().getFirst("Accept")));
    check(
        "Content-Type",
        "application/x-www-form-urlencoded"
            .equals(exchange.getRequestHeaders().getFirst("Content-Type")));
    check("no token", exchange.getRequestHeaders().getFirst("Authorization") == null);
    check("nothing in the address", exchange.getRequestURI().getRawQuery() == null);
    if (!CLIENT.equals(form.get("client_id"))) {
      return lab ? error(401, "invalid_client") : error(404, "Not Found");
    }
    if (!enabled) {
      return lab ? error(400, "unauthorized_client") : error(400, "device_flow_disabled");
    }
    return path.equals(paths().getFirst()) ? begin(form) : token(form);
  }

  private HttpFaults.Reply begin(Map<String, String> form) {
    check("parameters " + form.keySet(), form.keySet().equals(Set.of("client_id", "scope")));
    begun = clock.instant();
    asked = null;
    answer = Answer.NONE;
    ObjectNode node = json.createObjectNode();
    node.put("device_code", secret("device"));
    node.put("user_code", USER_CODE);
    node.put("verification_uri", server.address() + (lab ? "/oauth/device" : "/login/device"));
    if (lab) {
      node.put(
          "verification_uri_complete", server.address() + "/oauth/device?user_code=" + USER_CODE);
    }
    node.put("expires_in", LIFETIME.toSeconds()).put("interval", interval.toSeconds());
    return server.reply(200, node);
  }

  private HttpFaults.Reply token(Map<String, String> form) {
    if ("refresh_token".equals(form.get("grant_type"))) {
      check(
          "parameters " + form.keySet(),
          form.keySet().equals(Set.of("client_id", "grant_type", "refresh_token")));
      return Objects.equals(form.get("refresh_token"), renewal)
          ? issue()
          : refuse(lab ? "invalid_grant" : "bad_refresh_token");
    }
    check(
        "parameters " + form.keySet(),
        form.keySet().equals(Set.of("client_id", "grant_type", "device_code")));
    check("grant type", GRANT.equals(form.get("grant_type")));
    check("device code", secrets.contains(form.get("device_code")));
    Instant now = clock.instant();
    Instant start = begun;
    if (start == null || now.isAfter(start.plus(LIFETIME))) {
      return refuse("expired_token");
    }
    Instant before = asked == null ? start : asked;
    asked = now;
    if (Duration.between(before, now).compareTo(interval) < 0) {
      interval = interval.plusSeconds(5);
      return refuse("slow_down");
    }
    return switch (answer) {
      case NONE -> refuse("authorization_pending");
      case DENIED -> refuse("access_denied");
      case AGREED -> issue();
    };
  }

  private HttpFaults.Reply issue() {
    ObjectNode node = json.createObjectNode();
    String token = secret(lab ? "glpat" : "gho");
    if (!useless) {
      server.requireToken(token);
    }
    node.put("access_token", token).put("token_type", lab ? "Bearer" : "bearer");
    node.put("scope", lab ? "api" : "repo");
    Duration lifetime = tokenLifetime;
    if (lifetime != null) {
      String next = secret("renewal");
      renewal = next;
      node.put("expires_in", lifetime.toSeconds()).put("refresh_token", next);
    }
    return server.reply(200, node);
  }

  private String secret(String kind) {
    String made = kind + "_canary_" + issued++ + "_b7e1c0ffee5a";
    secrets.add(made);
    return made;
  }

  private HttpFaults.Reply refuse(String error) {
    return error(lab ? 400 : 200, error);
  }

  private HttpFaults.Reply error(int status, String error) {
    ObjectNode node = json.createObjectNode();
    node.put("error", error).put("error_description", "said the desk");
    if (error.equals("slow_down") && !lab) {
      node.put("interval", interval.toSeconds());
    }
    return server.reply(status, node);
  }

  private void check(String what, boolean holds) {
    if (!holds) {
      violations.add(what);
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      form.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return form;
  }
}
