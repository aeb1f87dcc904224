package org.ontodraft.app.forge;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Secret;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls with a token, as all forges take them. The token is sent to the API's origin only, in the
 * header that is for it; a token with characters no header may hold counts as refused. Thread-safe.
 */
final class ForgeCalls {
  private static final int REMEMBERED = 128;
  private static final int PAGE = 100;

  /** Signs a request with a token, and says which answers are wanted. */
  @FunctionalInterface
  interface Signature {
    void on(HttpRequest.Builder request, String token);
  }

  /** An answer that the forge may say is still the same. */
  private record Remembered(Secret token, String tag, ForgeAnswers.Answer.Json answer) {
    boolean isOf(Secret other) {
      return token.reveal().equals(other.reveal());
    }
  }

  private final JsonCalls calls;
  private final ForgeAnswers answers;
  private final Signature signature;
  private final JsonMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final Map<String, Remembered> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > REMEMBERED;
        }
      };

  ForgeCalls(HttpClient client, Duration timeout, InstantSource clock, Signature signature) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "a client that follows redirects would take the token along");
    }
    this.calls = new JsonCalls(client, timeout);
    this.answers = new ForgeAnswers(json, clock);
    this.signature = signature;
  }

  /** An empty body to be filled. */
  ObjectNode body() {
    return json.createObjectNode();
  }

  /** A part of an address, escaped. */
  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Asks.
   *
   * @param template the address without names, for the log
   */
  ForgeAnswers.Answer get(Secret token, String address, String template) {
    return send(token, "GET", address, template, null, null);
  }

  /** Sends a body. */
  ForgeAnswers.Answer send(
      Secret token, String method, String address, String template, JsonNode body) {
    return send(token, method, address, template, body, null);
  }

  /** Asks for what may be the same as before; if it is, the forge does not count the call. */
  ForgeAnswers.Answer again(Secret token, String address, String template) {
    Remembered before;
    synchronized (remembered) {
      before = remembered.get(address);
    }
    boolean known = before != null && before.isOf(token);
    ForgeAnswers.Answer answer =
        send(token, "GET", address, template, null, known && before != null ? before.tag() : null);
    if (answer instanceof ForgeAnswers.Answer.Json fresh) {
      fresh
          .header("ETag")
          .ifPresent(tag -> {
            synchronized (remembered) {
              remembered.put(address, new Remembered(Secret.of(token.reveal()), tag, fresh));
            }
          });
      return fresh;
    }
    return answer instanceof ForgeAnswers.Answer.Unchanged && known && before != null
        ? before.answer()
        : answer;
  }

  /**
   * Reads a list page by page.
   *
   * @param address with a query, to which the page is added as {@code page} and this as its size
   * @param size the name of the parameter for the page's size
   * @param items the items of an answer; empty when it is none
   * @param most the most items that are read
   */
  ForgeReply<List<JsonNode>> pages(
      Secret token,
      String address,
      String size,
      String template,
      Function<JsonNode, Optional<List<JsonNode>>> items,
      int most) {
    List<JsonNode> all = new ArrayList<>();
    for (int page = 1; all.size() < most; page++) {
      String separator = address.contains("?") ? "&" : "?";
      ForgeAnswers.Answer answer =
          again(token, address + separator + size + "=" + PAGE + "&page=" + page, template);
      switch (answer) {
        case ForgeAnswers.Answer.Failed failed -> {
          return ForgeReply.failed(failed.failure());
        }
        case ForgeAnswers.Answer.Unchanged unasked -> {
          return ForgeReply.failed(new ForgeFailure.UnexpectedAnswer("HTTP 304"));
        }
        case ForgeAnswers.Answer.Json read -> {
          Optional<List<JsonNode>> found = items.apply(read.value());
          if (found.isEmpty()) {
            return ForgeReply.failed(new ForgeFailure.UnexpectedAnswer("not a list"));
          }
          all.addAll(found.get());
          // A server may make its pages smaller than it was asked to, and says where to go on then.
          boolean more =
              !found.get().isEmpty()
                  && read.header("Link")
                      .map(link -> link.contains("rel=\"next\""))
                      .or(() -> read.header("X-Next-Page").map(next -> !next.isBlank()))
                      .orElse(found.get().size() >= PAGE);
          if (!more) {
            return ForgeReply.given(all);
          }
        }
      }
    }
    return ForgeReply.given(all.subList(0, most));
  }

  /** The items of an answer that is a list. */
  static Optional<List<JsonNode>> list(JsonNode answer) {
    return answer.isArray() ? Optional.of(answer.valueStream().toList()) : Optional.empty();
  }

  /** Makes a value of an answer. */
  static <T> ForgeReply<T> reply(
      ForgeAnswers.Answer answer, Function<JsonNode, Optional<T>> shape, String what) {
    return switch (answer) {
      case ForgeAnswers.Answer.Failed failed -> ForgeReply.failed(failed.failure());
      case ForgeAnswers.Answer.Unchanged unasked ->
          ForgeReply.failed(new ForgeFailure.UnexpectedAnswer("HTTP 304"));
      case ForgeAnswers.Answer.Json read ->
          shape
              .apply(read.value())
              .map(ForgeReply::given)
              .orElseGet(() -> ForgeReply.failed(new ForgeFailure.UnexpectedAnswer("not " + what)));
    };
  }

  private ForgeAnswers.Answer send(
      Secret token,
      String method,
      String address,
      String template,
      @Nullable JsonNode body,
      @Nullable String tag) {
    String value = token.reveal();
    if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return new ForgeAnswers.Answer.Failed(new ForgeFailure.SignInRefused());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).header("User-Agent", "Ontodraft");
    signature.on(request, value);
    if (tag != null) {
      request.header("If-None-Match", tag);
    }
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json; charset=utf-8")
          .method(method, BodyPublishers.ofString(json.writeValueAsString(body)));
    }
    return switch (calls.send(request.build(), template)) {
      case JsonCalls.Exchange.Failed failed -> new ForgeAnswers.Answer.Failed(failed.failure());
      case JsonCalls.Exchange.Answered answered -> answers.read(answered);
    };
  }
}
