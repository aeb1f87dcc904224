package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.persistence.ingest.EntityRows.Identified;
import org.ontodraft.persistence.store.RowIds;

/**
 * Writes a whole version in place of whatever is there, within the caller's transaction unless the
 * sinks commit. Ids that rise with time make keys that are in place cheaper to keep up.
 */
final class FullImport {
  private final Connection connection;
  private final RowSink.Maker sinks;
  private final RowIds ids;
  private final OffsetDateTime now;

  FullImport(Connection connection, RowSink.Maker sinks, RowIds ids, OffsetDateTime now) {
    this.connection = connection;
    this.sinks = sinks;
    this.ids = ids;
    this.now = now;
  }

  void run(List<IngestedEntity> entities, List<SourceProblem> problems) throws SQLException {
    EntityIds known = new EntityIds();
    for (EntityType type : EntityType.values()) {
      known.findAll(connection, type);
    }
    clear();
    Map<EntityType, List<Identified>> byType = new EnumMap<>(EntityType.class);
    EntityIds written = new EntityIds();
    List<IngestedEntity> taken = new ArrayList<>(entities.size());
    for (IngestedEntity entity : entities) {
      EntityKey key = entity.summary().key();
      if (written.of(key) == null) {
        @Nullable UUID before = known.of(key);
        UUID id = before == null ? ids.next() : before;
        written.put(key, id);
        byType
            .computeIfAbsent(key.type(), type -> new ArrayList<>())
            .add(new Identified(id, entity));
        taken.add(entity);
      }
    }
    for (Map.Entry<EntityType, List<Identified>> type : byType.entrySet()) {
      EntityRows.insert(connection, sinks, EntityTable.of(type.getKey()), type.getValue(), now);
    }
    EntityRows.insertReferences(connection, sinks, taken);
    insertFiles(taken, problems);
    ProblemRows.insert(connection, ids, problems);
    EdgeRows edges = new EdgeRows(written);
    taken.forEach(entity -> edges.addAll(entity.references()));
    edges.insert(connection, sinks);
  }

  private void insertFiles(List<IngestedEntity> entities, List<SourceProblem> problems)
      throws SQLException {
    Set<String> paths = new HashSet<>();
    try (FileRows files = new FileRows(connection, sinks, ids)) {
      for (IngestedEntity entity : entities) {
        if (paths.add(entity.summary().sourcePath())) {
          entity.summary().pages().forEach(page -> paths.add(page.path()));
          files.read(entity.summary());
        }
      }
      for (SourceProblem problem : problems) {
        if (!problem.isNotice() && paths.add(problem.path())) {
          files.unreadable(problem);
        }
      }
      files.finish();
    }
  }

  /** Every table that is written, those that refer to others first. */
  static Set<String> tables() {
    Set<String> tables = new LinkedHashSet<>();
    Junction.ALL.forEach(junction -> tables.add(junction.table()));
    for (EntityType type : EntityType.values()) {
      tables.add(EntityTable.of(type).name());
    }
    tables.addAll(
        List.of("ontology.entity_reference", "ontology.source_file", "ontology.source_problem"));
    return tables;
  }

  private void clear() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : tables()) {
        statement.executeUpdate("delete from " + table);
      }
    }
  }
}
