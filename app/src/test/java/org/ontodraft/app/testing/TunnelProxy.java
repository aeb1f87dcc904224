package org.ontodraft.app.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on this computer that tunnels (RFC 9110, CONNECT), and alone knows where hosts are. */
public final class TunnelProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final Map<String, Integer> ports = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean wantsPassword;

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
    wantsPassword = true;
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
      String host = head.toString().split("[ :]")[1];
      asked.add(host);
      Integer port = ports.get(host);
      String status =
          wantsPassword
              ? "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\""
              : port == null ? "502 Bad Gateway" : "200 OK";
      client
          .getOutputStream()
          .write(
              ("HTTP/1.1 "
                      + status
                      + (status.startsWith("200") ? "" : "\r\nContent-Length: 0")
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      if (port != null && !wantsPassword) {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
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
