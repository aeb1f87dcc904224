package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.persistence.ingest.EntityRows.Identified;
import org.ontodraft.persistence.store.RowIds;

/**
 * Writes a whole version in place of whatever is there, within the caller's transaction. Keys stay
 * in place meanwhile: ids that rise with time make them cheap to keep up, and so the import needs
 * no DDL, which H2 would commit on the way.
 */
final class FullImport {
  private final Connection connection;
  private final RowIds ids;

  FullImport(Connection connection, RowIds ids) {
    this.connection = connection;
    this.ids = ids;
  }

  void run(List<IngestedEntity> entities, List<SourceProblem> problems) throws SQLException {
    Map<EntityKey, UUID> known = knownIds();
    clear();
    Map<EntityType, List<Identified>> byType = new EnumMap<>(EntityType.class);
    Set<EntityKey> seen = new HashSet<>();
    List<IngestedEntity> taken = new ArrayList<>(entities.size());
    for (IngestedEntity entity : entities) {
      EntityKey key = entity.summary().key();
      if (seen.add(key)) {
        UUID id = known.getOrDefault(key, null);
        byType
            .computeIfAbsent(key.type(), type -> new ArrayList<>())
            .add(new Identified(id == null ? ids.next() : id, entity));
        taken.add(entity);
      }
    }
    for (Map.Entry<EntityType, List<Identified>> type : byType.entrySet()) {
      EntityRows.insert(connection, EntityTable.of(type.getKey()), type.getValue());
    }
    EntityRows.insertReferences(connection, taken);
    insertFiles(taken, problems);
    ProblemRows.insert(connection, ids, problems);
    try (Statement statement = connection.createStatement()) {
      for (Junction junction : Junction.ALL) {
        statement.executeUpdate(junction.insertWhere("true"));
      }
    }
  }

  private void insertFiles(List<IngestedEntity> entities, List<SourceProblem> problems)
      throws SQLException {
    Set<String> paths = new HashSet<>();
    try (FileRows files = new FileRows(connection, ids)) {
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

  private Map<EntityKey, UUID> knownIds() throws SQLException {
    Map<EntityKey, UUID> known = new HashMap<>();
    for (EntityType type : EntityType.values()) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("select id, entity_key from " + EntityTable.of(type).name())) {
        while (rows.next()) {
          known.put(new EntityKey(type, rows.getString(2)), rows.getObject(1, UUID.class));
        }
      }
    }
    return known;
  }

  private void clear() throws SQLException {
    Set<String> tables = new LinkedHashSet<>();
    Junction.ALL.forEach(junction -> tables.add(junction.table()));
    for (EntityType type : EntityType.values()) {
      tables.add(EntityTable.of(type).name());
    }
    tables.addAll(
        List.of("ontology.entity_reference", "ontology.source_file", "ontology.source_problem"));
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.executeUpdate("delete from " + table);
      }
    }
  }
}
