package org.ontodraft.persistence.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** How many rows each of our tables has. */
final class TableCounts {
  private TableCounts() {}

  static Map<String, Long> of(Connection owner) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Statement statement = owner.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "select table_schema || '.' || table_name from information_schema.tables"
                    + " where table_schema in ('ontology', 'local')"
                    + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")) {
      while (tables.next()) {
        counts.put(tables.getString(1), 0L);
      }
    }
    for (Map.Entry<String, Long> table : counts.entrySet()) {
      try (Statement statement = owner.createStatement();
          ResultSet count = statement.executeQuery("select count(*) from " + table.getKey())) {
        count.next();
        table.setValue(count.getLong(1));
      }
    }
    return counts;
  }
}
