package org.ontodraft.persistence.ingest;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.ontodraft.persistence.store.Vendor;

/**
 * Deletes rows by many keys. H2 finds a row by one value of each column of an index, but for a list
 * of values in any column behind the first it reads the whole index; PostgreSQL is at its fastest
 * with one list.
 */
final class KeyedRows {
  private final Connection connection;
  private final Vendor vendor;

  KeyedRows(Connection connection) throws SQLException {
    this.connection = connection;
    this.vendor = Vendor.of(connection);
  }

  /**
   * Deletes the rows whose column has one of these values.
   *
   * @param where the table, and a condition before the column where there is one: {@code table
   *     where type = 'x' and}
   * @param type the SQL type of the values
   * @return how many there were
   */
  int delete(String where, String column, String type, Collection<?> values) throws SQLException {
    if (values.isEmpty()) {
      return 0;
    }
    String sql = "delete from " + where + ' ' + column;
    return vendor == Vendor.POSTGRESQL
        ? deleteAll(sql + " = any (?)", type, values)
        : deleteEach(sql + " = ?", values);
  }

  private int deleteAll(String sql, String type, Collection<?> values) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setArray(1, array(type, values));
      return delete.executeUpdate();
    }
  }

  private int deleteEach(String sql, Collection<?> values) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      int deleted = 0;
      for (Object value : values) {
        delete.setObject(1, value);
        deleted += delete.executeUpdate();
      }
      return deleted;
    }
  }

  /** The values as one parameter. */
  Array array(String type, Collection<?> values) throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }
}
