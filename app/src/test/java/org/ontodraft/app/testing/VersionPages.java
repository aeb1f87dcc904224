package org.ontodraft.app.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.ontodraft.app.forge.ForgeKind;

/** The addresses where a forge tells a stranger what it is, and 404 elsewhere. */
public final class VersionPages implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger authorizations = new AtomicInteger();

  /** Served on a free port of this computer. */
  public VersionPages(ForgeKind kind) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", exchange -> answer(kind, exchange));
    server.start();
  }

  private void answer(ForgeKind kind, HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestHeaders().containsKey("Authorization")) {
        authorizations.incrementAndGet();
      }
      String path = exchange.getRequestURI().getPath();
      String told =
          switch (kind) {
            case GITEA -> path.equals("/api/v1/version") ? "{\"version\":\"1.22.0\"}" : "";
            case GITLAB ->
                path.equals("/api/v4/version") ? "{\"message\":\"401 Unauthorized\"}" : "";
            case GITHUB ->
                path.equals("/api/v3/meta") ? "{\"verifiable_password_authentication\":false}" : "";
          };
      int status = told.isEmpty() ? 404 : kind == ForgeKind.GITLAB ? 401 : 200;
      byte[] body = (told.isEmpty() ? "{}" : told).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** The server's address. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many requests brought a token along. */
  public int authorizations() {
    return authorizations.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
