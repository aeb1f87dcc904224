package org.ontodraft.persistence.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What an H2 database says of its own tables. */
public final class H2Schema {
  /** Names that H2 gives are not the same every time. */
  private static final String INDEXES =
      "select table_name || ' ' || index_type_name || ' ' || case when is_generated then ''"
          + " else index_name end || (select listagg(column_name, ',') within group"
          + " (order by ordinal_position) from information_schema.index_columns c"
          + " where c.index_schema = i.index_schema and c.index_name = i.index_name)"
          + " from information_schema.indexes i where table_schema in ('ontology', 'local')";

  private H2Schema() {}

  /** Every table, constraint, index and view, in no order that means anything. */
  public static List<String> of(DataSource owner) throws SQLException {
    List<String> words = new ArrayList<>();
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      read(statement, "script nodata nopasswords nosettings", words);
      words.removeIf(line -> line.startsWith("--"));
      read(statement, INDEXES, words);
    }
    return words.stream().map(word -> word.replaceAll(" SELECTIVITY \\d+", "")).sorted().toList();
  }

  private static void read(Statement statement, String query, List<String> into)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        into.add(rows.getString(1));
      }
    }
  }
}
