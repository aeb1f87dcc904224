package org.ontodraft.app.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Which requests of a server go wrong, and how. Thread-safe. */
public final class HttpFaults {
  private final List<Planned> planned = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private static final class Planned {
    private final String method;
    private final String pathPart;
    private final HttpFault fault;
    private int times;

    private Planned(String method, String pathPart, HttpFault fault, int times) {
      this.method = method;
      this.pathPart = pathPart;
      this.fault = fault;
      this.times = times;
    }
  }

  /** What comes of a request that was handled. */
  public record Reply(int status, byte[] body) {}

  /** Handles a request; the reply's headers are set on the exchange. */
  @FunctionalInterface
  public interface Handling {
    /** Does what is asked. */
    Reply handle(HttpExchange exchange) throws IOException;
  }

  /** Plans a fault for the next requests with this method whose address holds a text. */
  public synchronized void plan(String method, String pathPart, HttpFault fault, int times) {
    planned.add(new Planned(method, pathPart, fault, times));
  }

  /** Takes back what has not happened yet. */
  public synchronized void clear() {
    planned.clear();
  }

  /** How many planned faults have not happened. */
  public synchronized int left() {
    return planned.stream().mapToInt(each -> each.times).sum();
  }

  private synchronized Optional<HttpFault> next(HttpExchange exchange) {
    String address = exchange.getRequestURI().toString();
    for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
      Planned candidate = each.next();
      if (candidate.method.equals(exchange.getRequestMethod())
          && address.contains(candidate.pathPart)) {
        if (--candidate.times == 0) {
          each.remove();
        }
        return Optional.of(candidate.fault);
      }
    }
    return Optional.empty();
  }

  /** Handles a request, or lets it go wrong as planned. */
  void serve(HttpExchange exchange, Handling handling) throws IOException {
    try (exchange) {
      Optional<HttpFault> fault = next(exchange);
      if (fault.isEmpty()) {
        send(exchange, handling.handle(exchange), Integer.MAX_VALUE);
        return;
      }
      switch (fault.get()) {
        case HttpFault.Answer answer -> {
          exchange.getRequestBody().readAllBytes();
          answer(exchange, answer);
        }
        case HttpFault.AnswerAfterEffect instead -> {
          handling.handle(exchange);
          answer(exchange, instead.answer());
        }
        case HttpFault.CutBeforeEffect cut -> exchange.getRequestBody().readAllBytes();
        case HttpFault.CutAfterEffect cut -> handling.handle(exchange);
        case HttpFault.CutInBody cut -> send(exchange, handling.handle(exchange), cut.bytes());
        case HttpFault.Held held -> {
          Reply reply = handling.handle(exchange);
          held.done().countDown();
          await(held.answer());
          send(exchange, reply, Integer.MAX_VALUE);
        }
        case HttpFault.Silence silence -> await(closed);
        case HttpFault.Endless endless -> endless(exchange);
      }
    }
  }

  private static void answer(HttpExchange exchange, HttpFault.Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    send(exchange, new Reply(answer.status(), body), Integer.MAX_VALUE);
  }

  private static void send(HttpExchange exchange, Reply reply, int atMost) throws IOException {
    int length = reply.body().length;
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    if (length > 0) {
      OutputStream out = exchange.getResponseBody();
      out.write(reply.body(), 0, Math.min(length, atMost));
      out.flush();
    }
  }

  private void endless(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    byte[] chunk = "[0,0,0,0,0,0,0,0,".repeat(1000).getBytes(StandardCharsets.UTF_8);
    OutputStream out = exchange.getResponseBody();
    while (closed.getCount() > 0) {
      out.write(chunk);
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what is silent or endless. */
  void close() {
    closed.countDown();
  }
}
