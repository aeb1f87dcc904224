package org.ontodraft.app.service.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.ontodraft.app.secret.Origin;

/**
 * Addresses that people type for a server or its API. A token may be sent to them, so TLS is a
 * must.
 */
public final class ServerAddress {
  private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

  private ServerAddress() {}

  /** What comes of reading an address. */
  public sealed interface Parsed {
    /**
     * It can be used.
     *
     * @param text the address without slashes at its end
     */
    record Accepted(Origin origin, String text) implements Parsed {}

    /** It cannot or must not be used. */
    record Refused(Problem problem) implements Parsed {}
  }

  /** Why an address is refused. */
  public enum Problem {
    EMPTY,
    MALFORMED,
    /** Another scheme than https. */
    SCHEME,
    /** Plain http to another computer. */
    PLAIN_HTTP,
    /** A user, a password, a query or a fragment in it. */
    EXTRAS
  }

  /**
   * The server of an address: {@code git.example.org}, or any address there, such as that of a
   * repository.
   */
  public static Parsed server(String text) {
    String address = text.strip();
    return read(
        address.isEmpty() || WITH_SCHEME.matcher(address).matches()
            ? address
            : "https://" + address);
  }

  /** The base address of an API, with its scheme. */
  public static Parsed api(String text) {
    return read(text.strip());
  }

  private static Parsed read(String address) {
    if (address.isEmpty()) {
      return new Parsed.Refused(Problem.EMPTY);
    }
    try {
      URI uri = new URI(address);
      if (uri.getScheme() == null || uri.getHost() == null) {
        return new Parsed.Refused(Problem.MALFORMED);
      }
      if (!uri.getScheme().equalsIgnoreCase("https") && !uri.getScheme().equalsIgnoreCase("http")) {
        return new Parsed.Refused(Problem.SCHEME);
      }
      if (uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        return new Parsed.Refused(Problem.EXTRAS);
      }
      Origin origin = Origin.of(uri);
      return origin.scheme().equals("https") || origin.loopback()
          ? new Parsed.Accepted(origin, address.replaceAll("/+$", ""))
          : new Parsed.Refused(Problem.PLAIN_HTTP);
    } catch (URISyntaxException malformed) {
      return new Parsed.Refused(Problem.MALFORMED);
    }
  }
}
