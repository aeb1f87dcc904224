package org.ontodraft.app.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on this computer that tunnels (RFC 9110, CONNECT) or passes plain requests on, and alone
 * knows where hosts are.
 */
public final class TunnelProxy implements AutoCloseable {
  private static final String SIGN_IN = "proxy-authorization:";

  private final ServerSocket listener;
  private final Map<String, Integer> ports = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> signIns = new CopyOnWriteArrayList<>();
  private volatile @Nullable String wanted;

  public TunnelProxy() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.startVirtualThread(this::serve);
  }

  /** Leads a host to a port of this computer. */
  public TunnelProxy leading(String host, int port) {
    ports.put(host, port);
    return this;
  }

  /** From now on refuses everybody. */
  public void wantPassword() {
    wanted = "nobody";
  }

  /** From now on wants to know who asks (RFC 7617). */
  public void wantPassword(String user, String password) {
    String both = user + ":" + password;
    wanted = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /** What was said of who asks, once for each request that was. */
  public List<String> signIns() {
    return List.copyOf(signIns);
  }

  /** As variables of the environment name it. */
  public String address() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** The hosts that were asked for. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.startVirtualThread(() -> tunnel(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void tunnel(Socket client) {
    try (client) {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = client.getInputStream().read();
        if (next < 0) {
          return;
        }
        head.append((char) next);
      }
      boolean tunnels = head.toString().startsWith("CONNECT ");
      String target = head.toString().split(" ")[1];
      String host = tunnels ? target.split(":")[0] : URI.create(target).getHost();
      asked.add(host);
      String said =
          head.toString()
              .lines()
              .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(SIGN_IN))
              .map(line -> line.substring(SIGN_IN.length()).strip())
              .findFirst()
              .orElse("");
      if (!said.isEmpty()) {
        signIns.add(said);
      }
      String want = wanted;
      boolean refused = want != null && !want.equals(said);
      Integer port = ports.get(host);
      String status =
          refused
              ? "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\", charset=\"UTF-8\""
              : port == null ? "502 Bad Gateway" : "200 OK";
      if (tunnels || !status.startsWith("200")) {
        client
            .getOutputStream()
            .write(
                ("HTTP/1.1 "
                        + status
                        + (status.startsWith("200")
                            ? ""
                            : "\r\nContent-Length: 0\r\nConnection: close")
                        + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
      }
      if (port != null && !refused) {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
          if (!tunnels) {
            server.getOutputStream().write(passedOn(head.toString()));
          }
          Thread back = Thread.startVirtualThread(() -> copy(server, client));
          copy(client, server);
          back.join();
        }
      }
    } catch (IOException ended) {
      // One of the two has gone; so does the tunnel.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The request as the server is to see it: one at a time, and nothing of who asked the proxy. */
  private static byte[] passedOn(String head) {
    String first = head.lines().findFirst().orElseThrow();
    URI target = URI.create(first.split(" ")[1]);
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    StringBuilder text = new StringBuilder();
    text.append(first.split(" ")[0]).append(' ').append(target.getRawPath()).append(query);
    text.append(" HTTP/1.1\r\nConnection: close\r\n");
    head.lines()
        .skip(1)
        .filter(line -> !line.isEmpty())
        .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("proxy-"))
        .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("connection:"))
        .forEach(line -> text.append(line).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException ended) {
      // One of the two has gone; so does the tunnel.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
