package org.ontodraft.persistence.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The two databases, where they need different words for the same thing. */
public enum Vendor {
  H2,
  POSTGRESQL;

  /** H2's own number for snapshot isolation; JDBC has none. */
  private static final int H2_SNAPSHOT = 6;

  /** The database behind a connection. */
  public static Vendor of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> H2;
      case "PostgreSQL" -> POSTGRESQL;
      default -> throw new SQLException("an unknown database product: " + product);
    };
  }

  /** The isolation in which all statements of a transaction read the same state. */
  public int snapshotIsolation() {
    return switch (this) {
      case H2 -> H2_SNAPSHOT;
      case POSTGRESQL -> Connection.TRANSACTION_REPEATABLE_READ;
    };
  }
}
