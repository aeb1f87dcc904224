package org.ontodraft.persistence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys, indexes and foreign keys of some empty H2 tables, taken away while many rows are
 * written and made again afterwards, in the database's own words. H2 commits DDL on the way, so
 * what is taken away is written down in the database first. While it stands there the tables hold
 * half a version: {@link #mend} empties them and makes every key. The owner's connection alone may
 * do this.
 */
public final class H2Keys {
  private static final String NOTE = "local.keys_away";

  private static final Pattern CONSTRAINT =
      Pattern.compile(
          "ALTER TABLE (\\S+) ADD CONSTRAINT (\\S+) (PRIMARY KEY|UNIQUE|FOREIGN KEY).*",
          Pattern.DOTALL);
  private static final Pattern INDEX =
      Pattern.compile("CREATE [A-Z ]*INDEX (\\S+) ON ([^\\s(]+).*", Pattern.DOTALL);

  private final Connection owner;
  private final Collection<String> tables;

  /** How long making a key waits for whoever writes to its table. */
  private static final int PATIENCE_MILLISECONDS = 10_000;

  /** In the order they are made: a foreign key makes an index only where it finds none. */
  private enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    INDEX
  }

  private record Key(Kind kind, String table, String drop, String make) {}

  /** The keys of these tables, each with its schema. */
  public H2Keys(Connection owner, Collection<String> tables) {
    this.owner = owner;
    this.tables = tables;
  }

  /** Whether this session may take them away, no version was ever whole, and there are no rows. */
  public boolean areSpare() throws SQLException {
    if (!isOwner(owner)
        || finds("select 1 from ontology.ontology_version where status = 'completed'")) {
      return false;
    }
    for (String table : tables) {
      if (finds("select 1 from " + table + " limit 1")) {
        return false;
      }
    }
    return true;
  }

  /** Writes them down and takes them away. Commits. */
  public void drop() throws SQLException {
    List<Key> keys = read();
    run(
        owner,
        List.of(
            "create table "
                + NOTE
                + " (position integer primary key, table_name varchar not null,"
                + " drop_statement varchar not null, make_statement varchar not null)"));
    note(keys);
    owner.commit();
    run(owner, keys.reversed().stream().map(Key::drop).toList());
  }

  private List<Key> read() throws SQLException {
    List<Key> keys = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet lines =
            statement.executeQuery(
                "script nodata nopasswords nosettings table " + String.join(", ", tables))) {
      while (lines.next()) {
        String make = lines.getString(1);
        Matcher constraint = CONSTRAINT.matcher(make);
        Matcher index = INDEX.matcher(make);
        if (constraint.matches()) {
          String table = constraint.group(1);
          keys.add(
              new Key(
                  Kind.valueOf(constraint.group(3).replace(' ', '_')),
                  table,
                  "alter table " + table + " drop constraint if exists " + constraint.group(2),
                  make));
        } else if (index.matches()) {
          keys.add(
              new Key(Kind.INDEX, index.group(2), "drop index if exists " + index.group(1), make));
        }
      }
    }
    return keys.stream().sorted((one, other) -> one.kind().compareTo(other.kind())).toList();
  }

  private void note(List<Key> keys) throws SQLException {
    try (PreparedStatement insert =
        owner.prepareStatement("insert into " + NOTE + " values (?, ?, ?, ?)")) {
      for (int i = 0; i < keys.size(); i++) {
        insert.setInt(1, i);
        insert.setString(2, keys.get(i).table());
        insert.setString(3, keys.get(i).drop());
        insert.setString(4, keys.get(i).make());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Makes them again over the rows. Commits. */
  public void make() throws SQLException {
    make(owner);
  }

  private static void make(Connection owner) throws SQLException {
    run(owner, List.of("set lock_timeout " + PATIENCE_MILLISECONDS));
    run(owner, noted(owner, "make_statement", "position"));
  }

  /** Says within the caller's transaction that the rows are whole: from its commit on they stay. */
  public void settle() throws SQLException {
    run(owner, List.of("delete from " + NOTE));
  }

  /**
   * Where keys were taken away and the rows did not become whole, empties the tables and makes
   * every key again; cut off in the middle, it is done again. Commits; does nothing for others than
   * the owner.
   */
  public static void mend(Connection owner) throws SQLException {
    if (!isNoted(owner) || !isOwner(owner)) {
      return;
    }
    Set<String> tables = new LinkedHashSet<>(noted(owner, "table_name", "position"));
    run(owner, noted(owner, "drop_statement", "position desc"));
    run(owner, tables.stream().map(table -> "truncate table " + table).toList());
    make(owner);
    run(owner, List.of("drop table " + NOTE));
  }

  private static boolean isNoted(Connection connection) throws SQLException {
    return finds(
        connection,
        "select 1 from information_schema.tables"
            + " where table_schema = 'local' and table_name = 'keys_away'");
  }

  private static boolean isOwner(Connection connection) throws SQLException {
    return finds(
        connection,
        "select 1 from information_schema.users where user_name = current_user and is_admin");
  }

  private boolean finds(String query) throws SQLException {
    return finds(owner, query);
  }

  private static boolean finds(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next();
    }
  }

  private static List<String> noted(Connection connection, String column, String order)
      throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select " + column + " from " + NOTE + " order by " + order)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
