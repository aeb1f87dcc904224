package org.ontodraft.persistence.store;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database a team shares. The connection is made of fields, never of a URL that
 * someone typed: a URL may carry options that load classes or files. Each field is of an
 * allow-list, since the driver joins them to a URL again.
 *
 * @param rootCertificate a file with the certificates to trust, or null for those of the system
 */
public record PostgresServer(
    String host, int port, String database, TlsMode tls, @Nullable String rootCertificate) {
  private static final int CONNECT_SECONDS = 5;
  private static final int LARGEST_PORT = 65_535;

  /** Names and IPv4 addresses, and IPv6 addresses without a zone. */
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,39}");

  /** PostgreSQL takes anything; what is not here has a meaning in a URL or to a shell. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.$@-]{0,62}");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}", Pattern.CASE_INSENSITIVE);

  /** How the connection is protected. */
  public enum TlsMode {
    /** The server's certificate and host name are checked. */
    VERIFY_FULL("verify-full"),
    /** The certificate is checked, the name is not: for a server reached through a tunnel. */
    VERIFY_CA("verify-ca"),
    /** No protection; for a server on the same machine. */
    DISABLE("disable");

    private final String parameter;

    TlsMode(String parameter) {
      this.parameter = parameter;
    }
  }

  /** What cannot be right in the fields of a connection. */
  public enum FieldProblem {
    HOST,
    PORT,
    DATABASE,
    USER,
    /** Not an absolute path of a file that can be read. */
    ROOT_CERTIFICATE,
    /** TLS is off and the server is another machine: a password would be readable on the way. */
    UNPROTECTED
  }

  /**
   * @throws IllegalArgumentException when {@link #problem} has found one
   */
  public PostgresServer {
    Optional<FieldProblem> problem = problem(host, port, database, tls, rootCertificate);
    if (problem.isPresent()) {
      throw new IllegalArgumentException("not a server: " + problem.get());
    }
  }

  /**
   * What is wrong with these fields, if anything. Looks whether the certificate's file is there.
   */
  public static Optional<FieldProblem> problem(
      String host, int port, String database, TlsMode tls, @Nullable String rootCertificate) {
    if (!HOST.matcher(host).matches()) {
      return Optional.of(FieldProblem.HOST);
    }
    if (port < 1 || port > LARGEST_PORT) {
      return Optional.of(FieldProblem.PORT);
    }
    if (!NAME.matcher(database).matches()) {
      return Optional.of(FieldProblem.DATABASE);
    }
    if (rootCertificate != null && !isReadableFile(rootCertificate)) {
      return Optional.of(FieldProblem.ROOT_CERTIFICATE);
    }
    return tls == TlsMode.DISABLE && !LOOPBACK.matcher(host).matches()
        ? Optional.of(FieldProblem.UNPROTECTED)
        : Optional.empty();
  }

  /** Whether a role may have this name here. */
  public static boolean isUser(String user) {
    return NAME.matcher(user).matches();
  }

  private static boolean isReadableFile(String text) {
    try {
      Path path = Path.of(text);
      return path.isAbsolute() && Files.isRegularFile(path) && Files.isReadable(path);
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  /**
   * Connections for this user. The password stays in memory only.
   *
   * @throws IllegalArgumentException when the name is not one of {@link #isUser}
   */
  public PGSimpleDataSource dataSource(String user, String password) {
    return connect(new PGSimpleDataSource(), user, password);
  }

  /** Makes this source one of connections for this user. */
  PGSimpleDataSource connect(PGSimpleDataSource source, String user, String password) {
    if (!isUser(user)) {
      throw new IllegalArgumentException("not a role's name");
    }
    source.setServerNames(new String[] {host.contains(":") ? "[" + host + "]" : host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setSslMode(tls.parameter);
    if (rootCertificate != null) {
      source.setSslRootCert(rootCertificate);
    } else if (tls != TlsMode.DISABLE) {
      // The driver would look for a file in the home folder and know no other authority.
      source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    source.setApplicationName("Ontodraft");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    // An error's details quote the row, which may be anything a curator typed.
    source.setLogServerErrorDetail(false);
    return source;
  }
}
