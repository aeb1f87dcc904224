package org.ontodraft.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** On H2 files. */
class H2SchemaMigratorTest extends SchemaMigratorContract {
  @TempDir private Path folder;
  private final List<Connection> held = new ArrayList<>();

  @AfterEach
  void closeFiles() throws Exception {
    for (Connection connection : held) {
      connection.close();
    }
  }

  @Override
  DataSource emptyDatabase() throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:async:"
            + folder.resolve("store" + held.size())
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    database.setUser("owner");
    held.add(database.getConnection());
    return database;
  }

  @Override
  SchemaCatalog catalog() {
    return SchemaCatalog.H2;
  }

  @Override
  List<String> dumpQueries() {
    String ours = " where table_schema in ('ontology', 'local') order by ";
    return List.of(
        "select table_schema, table_name, column_name, ordinal_position, data_type, is_nullable,"
            + " column_default, character_maximum_length, datetime_precision"
            + " from information_schema.columns"
            + ours
            + "table_schema, table_name, ordinal_position",
        "select table_schema, table_name, constraint_name, constraint_type"
            + " from information_schema.table_constraints"
            + ours
            + "table_schema, table_name, constraint_name",
        "select constraint_schema, constraint_name, check_clause"
            + " from information_schema.check_constraints"
            + " where constraint_schema in ('ontology', 'local') order by 1, 2",
        "select constraint_schema, constraint_name, delete_rule"
            + " from information_schema.referential_constraints"
            + " where constraint_schema in ('ontology', 'local') order by 1, 2",
        // H2 makes up the ends of the names it chooses itself.
        "select table_schema, table_name,"
            + " regexp_replace(index_name, '(_INDEX|PRIMARY_KEY)_[0-9A-F_]+$', '$1') as its_name,"
            + " column_name, ordinal_position, is_unique"
            + " from information_schema.index_columns"
            + ours
            + "table_schema, table_name, its_name, ordinal_position",
        "select table_schema, table_name, view_definition from information_schema.views"
            + ours
            + "table_schema, table_name");
  }
}
