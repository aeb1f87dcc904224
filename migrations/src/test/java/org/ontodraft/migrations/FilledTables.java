package org.ontodraft.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Tables with a row or two each, such as a store in use has. */
final class FilledTables {
  private static final String AT = "timestamp with time zone '2026-11-22 08:00:00+00'";
  private static final String A = id(1);
  private static final String B = id(2);
  private static final String DRAFT = id(3);

  private FilledTables() {}

  private static String id(int number) {
    return "'0198c000-0000-7000-8000-" + String.format(Locale.ROOT, "%012d", number) + "'";
  }

  /** Fills what version 4 of the ontology's schema has. */
  static void fill(DataSource database) throws SQLException {
    String entity = "(id, entity_key, source_path, label, canonical_json, created_at, updated_at)";
    String values = "values (%s, '%s', 'p', 'l', '{\"id\": 1.10}', " + AT + ", " + AT + ")";
    execute(
        database,
        "insert into ontology.repository values (" + A + ", 'root', null, " + AT + ")",
        "insert into ontology.ontology_version (id, number, commit_sha, branch, committed_at,"
            + " summary, status, started_at) values ("
            + A
            + ", 1, 'c', 'main', "
            + AT
            + ", 's', 'completed', "
            + AT
            + ")",
        "insert into ontology.packed_index values (" + A + ", 0, '\\x00ff')",
        "insert into ontology.categories " + entity + String.format(Locale.ROOT, values, A, "A"),
        "insert into ontology.categories " + entity + String.format(Locale.ROOT, values, B, "B"),
        "insert into ontology.properties " + entity + String.format(Locale.ROOT, values, A, "P"),
        "insert into ontology.category_parent values (" + B + ", " + A + ")",
        "insert into ontology.category_property values (" + A + ", " + A + ", true)",
        "insert into ontology.draft (id, title, description, status, source, base_commit_sha,"
            + " base_branch, base_committed_at, base_summary, rebase_status, created_at,"
            + " modified_at, row_version) values ("
            + DRAFT
            + ", 't', '', 'draft', 'desktop', 'c', 'main', "
            + AT
            + ", 's', 'clean', "
            + AT
            + ", "
            + AT
            + ", 0)",
        "insert into ontology.draft_change (id, draft_id, entity_type, entity_key, change_type,"
            + " replacement_json, row_version) values ("
            + A
            + ", "
            + DRAFT
            + ", 'category', 'A', 'create', '{}', 0)",
        "insert into ontology.draft_edit (id, draft_id, position, journal_id, journal_seq, kind,"
            + " entity_type, entity_key, field, forward_patch, inverse_patch, edited_at) values ("
            + A
            + ", "
            + DRAFT
            + ", 1, "
            + B
            + ", 1, 'edit', 'category', 'A', '', '[]', '[]', "
            + AT
            + ")",
        "insert into ontology.journal_position values (" + B + ", 1)",
        "insert into ontology.submission (id, draft_id, title, body, parent_sha, commit_sha,"
            + " remote, branch, stage, created_at, row_version) values ("
            + A
            + ", "
            + DRAFT
            + ", 't', '', 'p', 'c', 'origin', 'b', 'planned', "
            + AT
            + ", 0)");
  }

  static void execute(DataSource database, String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Every value of these columns of each table, sorted. */
  static Map<String, List<String>> read(DataSource database, Map<String, String> columns)
      throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Map.Entry<String, String> table : columns.entrySet()) {
      List<String> lines = new ArrayList<>();
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery(
                  "select " + table.getValue() + " from ontology." + table.getKey())) {
        int count = result.getMetaData().getColumnCount();
        while (result.next()) {
          StringBuilder line = new StringBuilder();
          for (int i = 1; i <= count; i++) {
            line.append(result.getString(i)).append('|');
          }
          lines.add(line.toString());
        }
      }
      lines.sort(null);
      rows.put(table.getKey(), lines);
    }
    return rows;
  }
}
