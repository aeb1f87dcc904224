package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The foreign keys and the indexes of some PostgreSQL tables but for their own keys. Loading many
 * rows without them and making them afterwards takes a quarter of the time; both is part of the
 * caller's transaction, so nobody sees the tables without.
 */
final class PostgresKeys {
  private static final String FOREIGN_KEYS =
      "select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname),"
          + " 'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname)"
          + " || ' ' || pg_get_constraintdef(oid)"
          + " from pg_constraint where contype = 'f' and conrelid = any (?::text[]::regclass[])";
  private static final String INDEXES =
      "select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)"
          + " from pg_index where not indisunique and indrelid = any (?::text[]::regclass[])";

  private final Connection connection;
  private final Collection<String> tables;
  private final List<String> makings = new ArrayList<>();

  /** The keys of these tables, each with its schema. */
  PostgresKeys(Connection connection, Collection<String> tables) {
    this.connection = connection;
    this.tables = tables;
  }

  /** Whether this session may take them away, and there are no rows to find by them. */
  boolean areSpare() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select bool_and(pg_has_role(relowner, 'usage')) from pg_class"
                + " where oid = any (?::text[]::regclass[])")) {
      query.setArray(1, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next() || !row.getBoolean(1)) {
          return false;
        }
      }
    }
    for (String table : tables) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
        if (row.next()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Takes them away. */
  void drop() throws SQLException {
    List<String> drops = new ArrayList<>();
    List<String> foreignKeys = new ArrayList<>();
    read(FOREIGN_KEYS, drops, foreignKeys);
    read(INDEXES, drops, makings);
    makings.addAll(foreignKeys);
    run(drops);
  }

  private void read(String sql, List<String> drops, List<String> makes) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          drops.add(rows.getString(1));
          makes.add(rows.getString(2));
        }
      }
    }
  }

  /** Makes them again, and lets the server see how the tables are filled. */
  void make() throws SQLException {
    run(makings);
    run(tables.stream().map(table -> "analyze " + table).toList());
  }

  private void run(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
