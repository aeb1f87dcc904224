package org.ontodraft.app.forge;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ForgeFailure.Reason;
import org.ontodraft.app.network.Distrust;
import org.ontodraft.app.secret.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one request and reads one bounded answer in bounded time. Redirects are followed within the
 * origin only, because the token goes with the request.
 */
final class JsonCalls {
  private static final Logger LOG = LoggerFactory.getLogger(JsonCalls.class);
  private static final int MAX_REDIRECTS = 3;
  private static final int PROXY_AUTHENTICATION = 407;
  private static final long MAX_BODY = 4L * 1024 * 1024;

  private final HttpClient client;
  private final Duration timeout;

  JsonCalls(HttpClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /** What comes of a request. */
  sealed interface Exchange {
    /** An answer of any status. */
    record Answered(HttpResponse<byte[]> response) implements Exchange {
      /** A header of the answer. */
      Optional<String> header(String name) {
        return response.headers().firstValue(name);
      }
    }

    /** No complete answer. */
    record Failed(ForgeFailure failure) implements Exchange {}
  }

  /**
   * Sends a request.
   *
   * @param template the request's path without names, for the log
   */
  Exchange send(HttpRequest request, String template) {
    HttpRequest next = request;
    for (int hop = 0; ; hop++) {
      Exchange exchange = once(next, template);
      if (!(exchange instanceof Exchange.Answered answered)
          || !isRedirect(answered.response().statusCode())) {
        return exchange instanceof Exchange.Answered last
                && last.response().statusCode() == PROXY_AUTHENTICATION
            ? unreachable(Reason.PROXY, "HTTP 407")
            : exchange;
      }
      String method = next.method();
      int status = answered.response().statusCode();
      URI target = target(next.uri(), answered.header("Location").orElse(null));
      if (target == null || hop == MAX_REDIRECTS || (status < 307 && !method.equals("GET"))) {
        return failed(new ForgeFailure.UnexpectedAnswer("redirect, HTTP " + status));
      }
      if (!Origin.of(next.uri()).covers(target)) {
        return failed(
            new ForgeFailure.Unreachable(Reason.REDIRECTED, String.valueOf(target.getHost())));
      }
      next = HttpRequest.newBuilder(next, (name, value) -> true).uri(target).build();
    }
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
  }

  private static @Nullable URI target(URI from, @Nullable String location) {
    try {
      return location == null ? null : from.resolve(location);
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  private Exchange once(HttpRequest request, String template) {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request, info -> new BoundedBody(MAX_BODY));
    try {
      HttpResponse<byte[]> response = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      LOG.debug(
          "{} {} {} {} {}",
          request.method(),
          request.uri().getHost(),
          template,
          response.statusCode(),
          response.headers().firstValue("x-github-request-id").orElse("-"));
      return new Exchange.Answered(response);
    } catch (TimeoutException tooLong) {
      pending.cancel(true);
      return unreachable(Reason.TIMED_OUT, "no answer within " + timeout.toSeconds() + " s");
    } catch (InterruptedException stopped) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      return unreachable(Reason.CUT_OFF, "stopped");
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      LOG.debug(
          "{} {} {} {}",
          request.method(),
          request.uri().getHost(),
          template,
          cause == null ? failure : cause.toString());
      return failed(meaning(cause == null ? failure : cause));
    }
  }

  private static ForgeFailure meaning(Throwable failure) {
    Optional<Distrust> distrust = Distrust.of(failure);
    if (distrust.isPresent()) {
      return new ForgeFailure.Untrusted(distrust.get(), String.valueOf(failure.getMessage()));
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Reason reason =
          switch (cause) {
            case UnknownHostException ignored -> Reason.UNKNOWN_HOST;
            case UnresolvedAddressException ignored -> Reason.UNKNOWN_HOST;
            case HttpTimeoutException ignored -> Reason.TIMED_OUT;
            case SSLException ignored -> Reason.TLS;
            default -> null;
          };
      if (cause instanceof BoundedBody.TooLongException) {
        return new ForgeFailure.UnexpectedAnswer(String.valueOf(cause.getMessage()));
      }
      if (reason != null) {
        return new ForgeFailure.Unreachable(reason, String.valueOf(cause.getMessage()));
      }
    }
    Reason reason = failure instanceof ConnectException ? Reason.REFUSED : Reason.CUT_OFF;
    String detail =
        failure instanceof IOException && failure.getMessage() != null
            ? failure.getMessage()
            : failure.getClass().getSimpleName();
    return new ForgeFailure.Unreachable(reason, detail);
  }

  private static Exchange unreachable(Reason reason, String detail) {
    return failed(new ForgeFailure.Unreachable(reason, detail));
  }

  private static Exchange failed(ForgeFailure failure) {
    return new Exchange.Failed(failure);
  }
}
