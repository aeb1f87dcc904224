package org.ontodraft.app.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.Remote.Parsed;
import org.ontodraft.app.git.Remote.Problem;
import org.ontodraft.app.secret.Origin;

/** Reads the forms of address that Git takes, without those that start a program. */
final class RemoteParser {
  private static final Pattern WITH_SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(?://|:).*");

  /** Git's short form of ssh; a host of one letter is a Windows drive. */
  private static final Pattern SCP =
      Pattern.compile("(?:([^@/:\\\\\\s]+)@)?([^@/:\\\\\\s]{2,}):([^\\s].*)");

  private RemoteParser() {}

  static Parsed parse(String text) {
    String address = text.strip();
    if (address.isEmpty()) {
      return new Parsed.Refused(Problem.EMPTY);
    }
    if (address.chars().anyMatch(Character::isISOControl)) {
      return new Parsed.Refused(Problem.MALFORMED);
    }
    try {
      Matcher withScheme = WITH_SCHEME.matcher(address);
      if (withScheme.matches()) {
        return parseUri(withScheme.group(1).toLowerCase(Locale.ROOT), address);
      }
      Matcher scp = SCP.matcher(address);
      if (scp.matches()) {
        return ssh(scp.group(1), scp.group(2), 0, scp.group(3));
      }
      Path path = Path.of(address);
      return path.isAbsolute()
          ? new Parsed.Accepted(Remote.of(path))
          : new Parsed.Refused(Problem.RELATIVE);
    } catch (URISyntaxException | IllegalArgumentException malformed) {
      return new Parsed.Refused(Problem.MALFORMED);
    }
  }

  private static Parsed parseUri(String scheme, String address) throws URISyntaxException {
    return switch (scheme) {
      case "file" -> new Parsed.Accepted(Remote.of(filePath(address)));
      case "http", "https" -> parseHttp(scheme, new URI(address));
      case "ssh" -> parseSsh(new URI(address));
      default -> new Parsed.Refused(Problem.SCHEME);
    };
  }

  private static Path filePath(String address) {
    try {
      return Path.of(new URI(address));
    } catch (URISyntaxException | IllegalArgumentException unescaped) {
      // Git takes what follows file:// as it stands, with spaces and percent signs.
      return Path.of(address.substring("file://".length()));
    }
  }

  private static Parsed parseHttp(String scheme, URI uri) throws URISyntaxException {
    String path = Objects.requireNonNullElse(uri.getPath(), "").replaceAll("/+$", "");
    if (uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || path.isEmpty()) {
      return new Parsed.Refused(Problem.MALFORMED);
    }
    if (Objects.requireNonNullElse(uri.getRawUserInfo(), "").contains(":")) {
      return new Parsed.Refused(Problem.PASSWORD);
    }
    if (scheme.equals("http") && !Origin.of(uri).loopback()) {
      return new Parsed.Refused(Problem.PLAIN_HTTP);
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return new Parsed.Accepted(
        new Remote.Http(new URI(scheme, null, host, uri.getPort(), path, null, null)));
  }

  private static Parsed parseSsh(URI uri) {
    if (uri.getHost() == null) {
      return new Parsed.Refused(Problem.MALFORMED);
    }
    String path = Objects.requireNonNullElse(uri.getPath(), "");
    return ssh(
        uri.getUserInfo(),
        uri.getHost(),
        Math.max(uri.getPort(), 0),
        path.startsWith("/~/") ? path.substring("/~/".length()) : path);
  }

  private static Parsed ssh(@Nullable String user, String server, int port, String path) {
    String who = Objects.requireNonNullElse(user, "");
    if (who.contains(":")) {
      return new Parsed.Refused(Problem.PASSWORD);
    }
    // A leading dash would be read as an option where an ssh program is used.
    if (server.startsWith("-") || who.startsWith("-") || path.startsWith("-") || path.isEmpty()) {
      return new Parsed.Refused(Problem.MALFORMED);
    }
    return new Parsed.Accepted(new Remote.Ssh(who, server.toLowerCase(Locale.ROOT), port, path));
  }
}
