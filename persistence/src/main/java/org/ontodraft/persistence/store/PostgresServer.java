package org.ontodraft.persistence.store;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database a team shares. The connection is made of fields, never of a URL that
 * someone typed: a URL may carry options that load classes or files.
 *
 * @param rootCertificate a file with the certificates to trust, or null for the default
 */
public record PostgresServer(
    String host, int port, String database, TlsMode tls, @Nullable String rootCertificate) {
  private static final int CONNECT_SECONDS = 5;

  /** How the connection is protected. */
  public enum TlsMode {
    /** The server's certificate and host name are checked. */
    VERIFY_FULL("verify-full"),
    /** No protection; for a server on the same machine. */
    DISABLE("disable");

    private final String parameter;

    TlsMode(String parameter) {
      this.parameter = parameter;
    }
  }

  /** Connections for this user. The password stays in memory only. */
  public DataSource dataSource(String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setSslMode(tls.parameter);
    if (rootCertificate != null) {
      source.setSslRootCert(rootCertificate);
    }
    source.setApplicationName("Ontodraft");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    // An error's details quote the row, which may be anything a curator typed.
    source.setLogServerErrorDetail(false);
    return source;
  }
}
