package org.ontodraft.migrations;

import java.sql.Connection;
import java.sql.SQLException;

/** The databases the scripts are written for. */
enum Vendor {
  H2("H2"),
  POSTGRESQL("PostgreSQL");

  private final String productName;

  Vendor(String productName) {
    this.productName = productName;
  }

  static Vendor of(Connection connection) throws SQLException {
    String found = connection.getMetaData().getDatabaseProductName();
    for (Vendor vendor : values()) {
      if (vendor.productName.equals(found)) {
        return vendor;
      }
    }
    throw new SQLException("no migrations for the database product " + found);
  }
}
