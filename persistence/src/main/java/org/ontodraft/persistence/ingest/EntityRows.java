package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;
import org.ontodraft.persistence.ingest.EntityTable.OwnColumn;
import org.ontodraft.persistence.store.StoredText;

/** Writes entities and what they refer to, as both kinds of import do it. */
final class EntityRows {
  private static final String NOW = "current_timestamp";

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
  static void insert(Connection connection, EntityTable table, Collection<Identified> entities)
      throws SQLException {
    List<Column> columns = new ArrayList<>(EntityTable.COMMON);
    table.ownColumns().forEach(own -> columns.add(own.column()));
    try (ArrayInsert insert =
        new ArrayInsert(
            connection, table.name(), columns, "created_at = " + NOW, "updated_at = " + NOW)) {
      for (Identified entity : entities) {
        insert.add(values(table, entity));
      }
      insert.finish();
    }
  }

  /** The values of a row, the id first, in the order of the columns. */
  static @Nullable Object[] values(EntityTable table, Identified row) {
    IngestedEntity entity = row.entity();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.id());
    values.add(entity.summary().key().key());
    values.add(entity.summary().sourcePath());
    values.add(StoredText.readable(entity.summary().label()));
    values.add(entity.document().description().map(StoredText::readable).orElse(null));
    values.add(entity.text());
    for (OwnColumn own : table.ownColumns()) {
      values.add(own.value().apply(entity.document()));
    }
    return values.toArray();
  }

  /** Inserts every reference of these entities, whether it resolves or not. */
  static void insertReferences(Connection connection, Collection<IngestedEntity> entities)
      throws SQLException {
    try (ArrayInsert insert =
        new ArrayInsert(connection, "ontology.entity_reference", REFERENCE_COLUMNS)) {
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
