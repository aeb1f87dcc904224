package org.ontodraft.persistence.ingest;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;
import org.ontodraft.persistence.ingest.EntityRows.Identified;
import org.ontodraft.persistence.store.RowIds;

/**
 * Moves the stored version on, within the caller's transaction. Touches the rows of the changed
 * entities, their files and edges, and the edges of others to keys that come or go.
 */
final class DeltaImport {
  private final Connection connection;
  private final RowIds ids;

  DeltaImport(Connection connection, RowIds ids) {
    this.connection = connection;
    this.ids = ids;
  }

  /**
   * Writes the delta.
   *
   * @return how many entities there are more than before
   */
  int run(OntologyDelta delta) throws SQLException {
    Map<EntityKey, IngestedEntity> upserts = new LinkedHashMap<>();
    delta.upserts().forEach(entity -> upserts.putIfAbsent(entity.summary().key(), entity));
    Map<EntityKey, UUID> existing = idsOf(upserts.keySet());
    Set<EntityKey> deletes = new HashSet<>(delta.deletes());
    deletes.removeAll(upserts.keySet());
    Set<EntityKey> inserts = new HashSet<>(upserts.keySet());
    inserts.removeAll(existing.keySet());

    Map<String, GoodFile> files = goodFiles(delta, upserts.values());
    int removed = delete(deletes);
    deleteEdgesOfOwners(upserts.keySet());
    write(upserts, existing);
    forEachType(
        upserts.keySet(),
        (type, keys) ->
            update(
                "delete from ontology.entity_reference where source_type = '"
                    + type.id()
                    + "' and source_key = any (?)",
                keys));
    EntityRows.insertReferences(connection, upserts.values());
    insertEdges(upserts.keySet(), inserts);
    replaceFiles(delta, upserts, deletes, files);
    return inserts.size() - removed;
  }

  /** What a file's row says of the entity that is shown from it. */
  private record GoodFile(EntityKey entity, String blobId) {}

  private Map<EntityKey, UUID> idsOf(Collection<EntityKey> keys) throws SQLException {
    Map<EntityKey, UUID> found = new HashMap<>();
    forEachType(
        keys,
        (type, names) -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select id, entity_key from "
                      + EntityTable.of(type).name()
                      + " where entity_key = any (?)")) {
            query.setArray(1, texts(names));
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                found.put(new EntityKey(type, rows.getString(2)), rows.getObject(1, UUID.class));
              }
            }
          }
        });
    return found;
  }

  private int delete(Set<EntityKey> keys) throws SQLException {
    int[] removed = {0};
    forEachType(
        keys,
        (type, names) -> {
          for (Junction junction : Junction.ALL) {
            if (junction.target() == type) {
              update(junction.deleteOfTargets(), names);
            }
          }
          update(
              "delete from ontology.entity_reference where source_type = '"
                  + type.id()
                  + "' and source_key = any (?)",
              names);
          update(
              "delete from ontology.source_file where entity_type = '"
                  + type.id()
                  + "' and entity_key = any (?)",
              names);
          removed[0] +=
              update(
                  "delete from " + EntityTable.of(type).name() + " where entity_key = any (?)",
                  names);
        });
    return removed[0];
  }

  private void deleteEdgesOfOwners(Set<EntityKey> keys) throws SQLException {
    forEachType(
        keys,
        (type, names) -> {
          for (Junction junction : Junction.ALL) {
            if (junction.owner() == type) {
              update(junction.deleteOfOwners(), names);
            }
          }
        });
  }

  private void write(Map<EntityKey, IngestedEntity> upserts, Map<EntityKey, UUID> existing)
      throws SQLException {
    Map<EntityType, List<Identified>> fresh = new EnumMap<>(EntityType.class);
    Map<EntityType, List<Identified>> changed = new EnumMap<>(EntityType.class);
    upserts.forEach((key, entity) -> {
      UUID id = existing.get(key);
      (id == null ? fresh : changed)
          .computeIfAbsent(key.type(), type -> new ArrayList<>())
          .add(new Identified(id == null ? ids.next() : id, entity));
    });
    for (Map.Entry<EntityType, List<Identified>> type : changed.entrySet()) {
      updateRows(EntityTable.of(type.getKey()), type.getValue());
    }
    for (Map.Entry<EntityType, List<Identified>> type : fresh.entrySet()) {
      EntityRows.insert(connection, EntityTable.of(type.getKey()), type.getValue());
    }
  }

  private void updateRows(EntityTable table, List<Identified> entities) throws SQLException {
    List<Column> columns = new ArrayList<>(EntityTable.COMMON);
    table.ownColumns().forEach(own -> columns.add(own.column()));
    StringBuilder sql = new StringBuilder("update " + table.name() + " set ");
    columns.stream().skip(1).forEach(column -> sql.append(column.name()).append(" = ?, "));
    sql.append("updated_at = current_timestamp where id = ?");
    try (PreparedStatement update = connection.prepareStatement(sql.toString())) {
      for (Identified entity : entities) {
        @Nullable Object[] values = EntityRows.values(table, entity);
        for (int i = 1; i < values.length; i++) {
          update.setObject(i, values[i]);
        }
        update.setObject(values.length, values[0]);
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void insertEdges(Set<EntityKey> upserts, Set<EntityKey> inserts) throws SQLException {
    Map<EntityType, Set<String>> owners = byType(upserts);
    Map<EntityType, Set<String>> targets = byType(inserts);
    for (Junction junction : Junction.ALL) {
      Set<String> ownerKeys = owners.getOrDefault(junction.owner(), Set.of());
      Set<String> targetKeys = targets.getOrDefault(junction.target(), Set.of());
      if (!ownerKeys.isEmpty()) {
        update(junction.insertWhere("r.source_key = any (?)"), ownerKeys);
      }
      if (!targetKeys.isEmpty()) {
        update(
            junction.insertWhere("r.target_key = any (?) and not (r.source_key = any (?))"),
            targetKeys,
            ownerKeys);
      }
    }
  }

  private Map<String, GoodFile> goodFiles(OntologyDelta delta, Collection<IngestedEntity> upserts)
      throws SQLException {
    Map<String, GoodFile> files = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select path, entity_type, entity_key, last_good_blob from ontology.source_file"
                + " where path = any (?) and last_good_blob is not null")) {
      query.setArray(1, texts(pathsOf(delta, upserts)));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          EntityKey entity =
              EntityKey.parse(rows.getString(2) + ":" + rows.getString(3)).orElseThrow();
          files.put(rows.getString(1), new GoodFile(entity, rows.getString(4)));
        }
      }
    }
    return files;
  }

  private static Set<String> pathsOf(OntologyDelta delta, Collection<IngestedEntity> upserts) {
    Set<String> paths = new TreeSet<>(delta.touchedPaths());
    upserts.forEach(entity -> entity.summary().files().forEach(file -> paths.add(file.path())));
    return paths;
  }

  private void replaceFiles(
      OntologyDelta delta,
      Map<EntityKey, IngestedEntity> upserts,
      Set<EntityKey> deletes,
      Map<String, GoodFile> before)
      throws SQLException {
    update(
        "delete from ontology.source_file where path = any (?)", pathsOf(delta, upserts.values()));
    // An entity may now come from another file; one that is no longer read keeps no claim on it.
    forEachType(
        upserts.keySet(),
        (type, names) ->
            update(
                "delete from ontology.source_file where entity_type = '"
                    + type.id()
                    + "' and entity_key = any (?)",
                names));
    update("delete from ontology.source_problem where path = any (?)", delta.touchedPaths());
    ProblemRows.insert(connection, ids, delta.problems());
    Set<String> written = new HashSet<>();
    try (FileRows files = new FileRows(connection, ids)) {
      for (IngestedEntity entity : upserts.values()) {
        if (written.add(entity.summary().sourcePath())) {
          entity.summary().pages().forEach(page -> written.add(page.path()));
          files.read(entity.summary());
        }
      }
      for (SourceProblem problem : delta.problems()) {
        if (problem.isNotice() || !written.add(problem.path())) {
          continue;
        }
        GoodFile good = before.get(problem.path());
        if (good == null || deletes.contains(good.entity()) || upserts.containsKey(good.entity())) {
          files.unreadable(problem);
        } else {
          files.lastGood(problem.path(), problem.blobId(), good.entity(), good.blobId());
        }
      }
      // A page that is gone while the rest of its dashboard cannot be read is still shown.
      for (Map.Entry<String, GoodFile> file : before.entrySet()) {
        GoodFile good = file.getValue();
        boolean stays = !deletes.contains(good.entity()) && !upserts.containsKey(good.entity());
        if (stays && written.add(file.getKey())) {
          files.lastGood(file.getKey(), good.blobId(), good.entity(), good.blobId());
        }
      }
      files.finish();
    }
  }

  private int update(String sql, Collection<String>... keys) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < keys.length; i++) {
        update.setArray(i + 1, texts(keys[i]));
      }
      return update.executeUpdate();
    }
  }

  private Array texts(Collection<String> values) throws SQLException {
    return connection.createArrayOf("varchar", values.toArray());
  }

  private interface TypeWork {
    void run(EntityType type, Set<String> keys) throws SQLException;
  }

  private static void forEachType(Collection<EntityKey> keys, TypeWork work) throws SQLException {
    for (Map.Entry<EntityType, Set<String>> entry : byType(keys).entrySet()) {
      work.run(entry.getKey(), entry.getValue());
    }
  }

  private static Map<EntityType, Set<String>> byType(Collection<EntityKey> keys) {
    Map<EntityType, Set<String>> sorted = new EnumMap<>(EntityType.class);
    keys.forEach(key -> sorted.computeIfAbsent(key.type(), type -> new TreeSet<>()).add(key.key()));
    return sorted;
  }
}
