package org.ontodraft.app.secret;

import java.net.URI;
import java.util.Locale;

/**
 * The server a secret belongs to (RFC 6454): scheme, host and port. A secret is sent to no other.
 */
public record Origin(String scheme, String host, int port) {
  public Origin {
    scheme = scheme.toLowerCase(Locale.ROOT);
    host = host.toLowerCase(Locale.ROOT);
  }

  /**
   * The origin of an {@code http} or {@code https} address.
   *
   * @throws IllegalArgumentException for any other address
   */
  public static Origin of(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException("no scheme or host");
    }
    return of(uri.getScheme(), uri.getHost(), uri.getPort());
  }

  /** The origin with the scheme's own port where the port is not positive. */
  public static Origin of(String scheme, String host, int port) {
    int own =
        switch (scheme.toLowerCase(Locale.ROOT)) {
          case "https" -> 443;
          case "http" -> 80;
          default -> throw new IllegalArgumentException("not http or https");
        };
    return new Origin(scheme, host, port > 0 ? port : own);
  }

  /** The address of its first page. */
  public URI uri() {
    return URI.create(toString());
  }

  /** Whether the address is of this origin. */
  public boolean covers(URI uri) {
    return uri.getScheme() != null
        && uri.getHost() != null
        && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
        && equals(of(uri));
  }

  /** Whether the host is this computer, the only one reached without TLS. */
  public boolean loopback() {
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.equals("::1")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  @Override
  public String toString() {
    boolean usual = port == ("https".equals(scheme) ? 443 : 80);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }
}
