package org.ontodraft.app.git;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ontodraft.app.secret.Origin;

/**
 * Where a repository is fetched from and pushed to. The address never holds a password; plain HTTP
 * is for this computer only.
 */
public sealed interface Remote {
  /** The address as people read it; {@link #parse} gives an equal remote. */
  String address();

  /** The server that credentials are bound to; empty where Git does not speak HTTP. */
  default Optional<Origin> origin() {
    return Optional.empty();
  }

  /** The host, where there is one. */
  default Optional<String> host() {
    return Optional.empty();
  }

  /** The path at the host, without slashes around it and without {@code .git}; may be empty. */
  default String repositoryPath() {
    return "";
  }

  /**
   * Another repository of the same server, reached in the same way.
   *
   * @param path as {@link #repositoryPath} gives it
   * @throws IllegalStateException where there is no server
   */
  default Remote elsewhere(String path) {
    throw new IllegalStateException("no server: " + address());
  }

  /** A bare repository or working copy on this computer. */
  record Folder(Path path) implements Remote {
    public Folder {
      path = path.toAbsolutePath().normalize();
    }

    @Override
    public String address() {
      return path.toString();
    }
  }

  /** A file made by {@code git bundle}; it can be read only. */
  record Bundle(Path file) implements Remote {
    public Bundle {
      file = file.toAbsolutePath().normalize();
    }

    @Override
    public String address() {
      return file.toString();
    }
  }

  /** A server that speaks smart HTTP. */
  record Http(URI uri) implements Remote {
    @Override
    public String address() {
      return uri.toString();
    }

    @Override
    public Optional<Origin> origin() {
      return Optional.of(Origin.of(uri));
    }

    @Override
    public Optional<String> host() {
      return Optional.of(uri.getHost());
    }

    @Override
    public String repositoryPath() {
      return withoutSuffix(uri.getPath());
    }

    @Override
    public Remote elsewhere(String path) {
      return new Http(uri.resolve("/" + path + suffix(uri.getPath())));
    }
  }

  /**
   * A server reached by SSH.
   *
   * @param user empty for the one of the SSH configuration
   * @param port 0 for the one of the SSH configuration
   * @param path absolute, or relative to the user's home
   */
  record Ssh(String user, String server, int port, String path) implements Remote {
    @Override
    public String address() {
      String who = user.isEmpty() ? server : user + "@" + server;
      return port > 0
          ? "ssh://" + who + ":" + port + (path.startsWith("/") ? path : "/~/" + path)
          : who + ":" + path;
    }

    @Override
    public Optional<String> host() {
      return Optional.of(server);
    }

    @Override
    public String repositoryPath() {
      return withoutSuffix(path);
    }

    @Override
    public Remote elsewhere(String other) {
      String slash = path.startsWith("/") ? "/" : "";
      return new Ssh(user, server, port, slash + other + suffix(path));
    }
  }

  /** What comes of reading an address. */
  sealed interface Parsed {
    /** It can be tried. */
    record Accepted(Remote remote) implements Parsed {}

    /** It cannot or must not be used. */
    record Refused(Problem problem) implements Parsed {}
  }

  /** Why an address is refused. */
  enum Problem {
    EMPTY,
    MALFORMED,
    /** A scheme other than https, ssh or file. */
    SCHEME,
    /** Plain http to another computer. */
    PLAIN_HTTP,
    /** A password inside the address. */
    PASSWORD,
    /** A relative path, which means nothing by itself. */
    RELATIVE
  }

  /** The file or folder as a remote; a plain file is taken for a bundle. */
  static Remote of(Path path) {
    return Files.isRegularFile(path) ? new Bundle(path) : new Folder(path);
  }

  /** Reads an address: {@code https}, {@code ssh}, {@code user@host:path}, {@code file} or path. */
  static Parsed parse(String text) {
    return RemoteParser.parse(text);
  }

  private static String suffix(String path) {
    return path.replaceAll("/+$", "").endsWith(".git") ? ".git" : "";
  }

  private static String withoutSuffix(String path) {
    String inner = path.replaceAll("^/+|/+$", "");
    return inner.endsWith(".git") ? inner.substring(0, inner.length() - 4) : inner;
  }
}
