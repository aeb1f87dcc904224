package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;
import org.ontodraft.persistence.ingest.EntityTable.OwnColumn;
import org.ontodraft.persistence.store.StoredText;

/** Writes entities and what they refer to, as both kinds of import do it. */
final class EntityRows {
  private static final List<Column> REFERENCE_COLUMNS =
      List.of(
          Column.text("source_type"),
          Column.text("source_key"),
          Column.integer("ordinal"),
          Column.text("pointer"),
          Column.integer("position"),
          Column.text("target_type"),
          Column.text("target_key"));

  private EntityRows() {}

  /** An entity and the id of its row. */
  record Identified(UUID id, IngestedEntity entity) {}

  /** Inserts entities of the table's type. */
  static void insert(
      Connection connection,
      RowSink.Maker sinks,
      EntityTable table,
      Collection<Identified> entities,
      OffsetDateTime now)
      throws SQLException {
    List<Column> columns = columns(table);
    columns.add(Column.time("created_at"));
    try (RowSink rows = sinks.into(connection, table.name(), columns)) {
      for (Identified entity : entities) {
        List<@Nullable Object> values = values(table, entity, now);
        values.add(now);
        rows.add(values.toArray());
      }
      rows.finish();
    }
  }

  /** Writes entities of the table's type over the rows they have. */
  static void update(
      Connection connection, EntityTable table, List<Identified> entities, OffsetDateTime now)
      throws SQLException {
    String assignments =
        columns(table).stream()
            .skip(1)
            .map(column -> column.name() + " = ?")
            .collect(Collectors.joining(", "));
    try (PreparedStatement update =
        connection.prepareStatement(
            "update " + table.name() + " set " + assignments + " where id = ?")) {
      for (Identified entity : entities) {
        List<@Nullable Object> values = values(table, entity, now);
        for (int i = 1; i < values.size(); i++) {
          update.setObject(i, values.get(i));
        }
        update.setObject(values.size(), values.getFirst());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static List<Column> columns(EntityTable table) {
    List<Column> columns = new ArrayList<>(EntityTable.COMMON);
    table.ownColumns().forEach(own -> columns.add(own.column()));
    return columns;
  }

  /** The values of a row, the id first, in the order of the columns. */
  private static List<@Nullable Object> values(
      EntityTable table, Identified row, OffsetDateTime now) {
    IngestedEntity entity = row.entity();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.id());
    values.add(entity.summary().key().key());
    values.add(entity.summary().sourcePath());
    values.add(StoredText.readable(entity.summary().label()));
    values.add(entity.document().description().map(StoredText::readable).orElse(null));
    values.add(entity.text());
    values.add(now);
    for (OwnColumn own : table.ownColumns()) {
      values.add(own.value().apply(entity.document()));
    }
    return values;
  }

  /** Inserts every reference of these entities, whether it resolves or not. */
  static void insertReferences(
      Connection connection, RowSink.Maker sinks, Collection<IngestedEntity> entities)
      throws SQLException {
    try (RowSink insert = sinks.into(connection, "ontology.entity_reference", REFERENCE_COLUMNS)) {
      for (IngestedEntity entity : entities) {
        int ordinal = 0;
        for (EntityReference reference : entity.references()) {
          insert.add(
              reference.source().type().id(),
              reference.source().key(),
              ordinal++,
              reference.pointer(),
              reference.position(),
              reference.target().type().id(),
              reference.target().key());
        }
      }
      insert.finish();
    }
  }
}
