package org.ontodraft.app.service.store;

import org.jspecify.annotations.Nullable;

/**
 * A database on a server as a person names it; nothing in it is checked yet.
 *
 * @param rootCertificate a file with the certificates to trust; null for those of the system
 */
public record SharedDatabase(
    String host,
    int port,
    String database,
    String user,
    Tls tls,
    @Nullable String rootCertificate) {
  /** PostgreSQL's own port. */
  public static final int USUAL_PORT = 5432;

  /** How the connection is protected. */
  public enum Tls {
    /** Certificate and host name are checked. */
    VERIFY_FULL,
    /** The certificate is checked; for a tunnel. */
    VERIFY_CA,
    /** Not at all; only to this computer. */
    DISABLE
  }

  /** What people call it: {@code ada@db.example.org/plants}. */
  public String name() {
    return user + "@" + host + (port == USUAL_PORT ? "" : ":" + port) + "/" + database;
  }
}
