package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.persistence.ingest.EntityRows.Identified;
import org.ontodraft.persistence.store.RowIds;

/**
 * Moves the stored version on, within the caller's transaction. Touches the rows of the changed
 * entities and their files; their references and edges where these changed; and the edges of others
 * to keys that come or go.
 */
final class DeltaImport {
  private static final String VARCHAR = "varchar";

  private final Connection connection;
  private final KeyedRows rows;
  private final RowIds newIds;
  private final OffsetDateTime now;
  private final EntityIds ids = new EntityIds();

  DeltaImport(Connection connection, RowIds newIds, OffsetDateTime now) throws SQLException {
    this.connection = connection;
    this.rows = new KeyedRows(connection);
    this.newIds = newIds;
    this.now = now;
  }

  /**
   * Writes the delta.
   *
   * @return how many entities there are more than before
   */
  int run(OntologyDelta delta) throws SQLException {
    Map<EntityKey, IngestedEntity> upserts = new LinkedHashMap<>();
    delta.upserts().forEach(entity -> upserts.putIfAbsent(entity.summary().key(), entity));
    Set<EntityKey> deletes = new HashSet<>(delta.deletes());
    deletes.removeAll(upserts.keySet());
    ids.find(connection, upserts.keySet());
    ids.find(connection, deletes);
    Set<EntityKey> inserts = new HashSet<>();
    upserts.keySet().stream().filter(key -> ids.of(key) == null).forEach(inserts::add);

    ReferenceRows references = new ReferenceRows(connection);
    List<IngestedEntity> referring = referringAnew(upserts, references);
    FileReplacement files = new FileReplacement(connection, rows, newIds, delta, upserts, deletes);
    files.readBefore();
    int removed = delete(deletes, references);
    write(upserts);
    Map<EntityType, Set<String>> owners =
        byType(referring.stream().map(entity -> entity.summary().key()).toList());
    for (Map.Entry<EntityType, Set<String>> type : owners.entrySet()) {
      deleteEdgesOfOwners(type.getKey(), type.getValue());
      references.delete(rows, type.getKey(), type.getValue());
    }
    EntityRows.insertReferences(connection, ArrayInsert::new, referring);
    insertEdges(referring, inserts, references);
    files.write();
    return inserts.size() - removed;
  }

  /** The entities that refer to something else than their rows say. */
  private List<IngestedEntity> referringAnew(
      Map<EntityKey, IngestedEntity> upserts, ReferenceRows references) throws SQLException {
    Map<EntityKey, List<EntityReference>> before = references.from(upserts.keySet());
    return upserts.values().stream()
        .filter(entity ->
            !entity.references().equals(before.getOrDefault(entity.summary().key(), List.of())))
        .toList();
  }

  private int delete(Set<EntityKey> keys, ReferenceRows references) throws SQLException {
    int removed = 0;
    for (Map.Entry<EntityType, Set<String>> entry : byType(keys).entrySet()) {
      EntityType type = entry.getKey();
      Set<String> names = entry.getValue();
      List<EntityKey> ofType = names.stream().map(name -> new EntityKey(type, name)).toList();
      for (Junction junction : Junction.ALL) {
        if (junction.target() == type) {
          junction.deleteOfTargets(rows, ofType, ids);
        }
      }
      references.delete(rows, type, names);
      rows.delete(FileReplacement.OF_TYPE.formatted(type.id()), "entity_key", VARCHAR, names);
      removed += rows.delete(EntityTable.of(type).name() + " where", "entity_key", VARCHAR, names);
    }
    keys.forEach(ids::remove);
    return removed;
  }

  private void deleteEdgesOfOwners(EntityType type, Set<String> names) throws SQLException {
    List<UUID> owners = new ArrayList<>();
    for (String name : names) {
      @Nullable UUID id = ids.of(new EntityKey(type, name));
      if (id != null) {
        owners.add(id);
      }
    }
    Set<String> tables = new HashSet<>();
    for (Junction junction : Junction.ALL) {
      if (junction.owner() == type && tables.add(junction.table())) {
        rows.delete(junction.table() + " where", junction.ownerColumn(), "uuid", owners);
      }
    }
  }

  private void write(Map<EntityKey, IngestedEntity> upserts) throws SQLException {
    Map<EntityType, List<Identified>> fresh = new EnumMap<>(EntityType.class);
    Map<EntityType, List<Identified>> changed = new EnumMap<>(EntityType.class);
    upserts.forEach((key, entity) -> {
      @Nullable UUID known = ids.of(key);
      UUID id = known == null ? newIds.next() : known;
      ids.put(key, id);
      (known == null ? fresh : changed)
          .computeIfAbsent(key.type(), type -> new ArrayList<>())
          .add(new Identified(id, entity));
    });
    for (Map.Entry<EntityType, List<Identified>> type : changed.entrySet()) {
      EntityRows.update(connection, EntityTable.of(type.getKey()), type.getValue(), now);
    }
    for (Map.Entry<EntityType, List<Identified>> type : fresh.entrySet()) {
      EntityTable table = EntityTable.of(type.getKey());
      EntityRows.insert(connection, ArrayInsert::new, table, type.getValue(), now);
    }
  }

  /** The edges of these owners, and those that others have to entities that are new. */
  private void insertEdges(
      List<IngestedEntity> referring, Set<EntityKey> inserts, ReferenceRows references)
      throws SQLException {
    Set<EntityKey> own =
        referring.stream().map(entity -> entity.summary().key()).collect(Collectors.toSet());
    Map<EntityKey, List<EntityReference>> ofOthers = new HashMap<>();
    for (EntityReference reference : references.to(inserts)) {
      if (!own.contains(reference.source())) {
        ofOthers.computeIfAbsent(reference.source(), k -> new ArrayList<>()).add(reference);
      }
    }
    Set<EntityKey> ends = new HashSet<>(ofOthers.keySet());
    for (IngestedEntity entity : referring) {
      entity.references().forEach(reference -> ends.add(reference.target()));
    }
    ids.find(connection, ends);
    EdgeRows edges = new EdgeRows(ids);
    referring.forEach(entity -> edges.addAll(entity.references()));
    ofOthers.values().forEach(edges::addAll);
    edges.insert(connection, ArrayInsert::new);
  }

  private static Map<EntityType, Set<String>> byType(Collection<EntityKey> keys) {
    Map<EntityType, Set<String>> sorted = new EnumMap<>(EntityType.class);
    keys.forEach(key -> sorted.computeIfAbsent(key.type(), type -> new TreeSet<>()).add(key.key()));
    return sorted;
  }

  /** The rows of {@code entity_reference}, as they are asked for by keys. */
  private static final class ReferenceRows {
    private final Connection connection;

    ReferenceRows(Connection connection) {
      this.connection = connection;
    }

    /** The references of these entities, in order. */
    Map<EntityKey, List<EntityReference>> from(Collection<EntityKey> sources) throws SQLException {
      Map<EntityKey, List<EntityReference>> found = new HashMap<>();
      for (EntityReference reference : read("source", sources)) {
        found.computeIfAbsent(reference.source(), key -> new ArrayList<>()).add(reference);
      }
      return found;
    }

    /** The references to these entities. */
    List<EntityReference> to(Collection<EntityKey> targets) throws SQLException {
      return read("target", targets);
    }

    private List<EntityReference> read(String end, Collection<EntityKey> keys) throws SQLException {
      List<EntityReference> found = new ArrayList<>();
      for (Map.Entry<EntityType, Set<String>> type : byType(keys).entrySet()) {
        try (PreparedStatement query =
            connection.prepareStatement(
                "select r.source_type, r.source_key, r.pointer, r.position, r.target_type,"
                    + " r.target_key from unnest(cast(? as varchar array)) as k (entity_key)"
                    + " join ontology.entity_reference r on r."
                    + end
                    + "_type = '"
                    + type.getKey().id()
                    + "' and r."
                    + end
                    + "_key = k.entity_key order by r.source_key, r.ordinal")) {
          query.setArray(1, connection.createArrayOf(VARCHAR, type.getValue().toArray()));
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              found.add(
                  new EntityReference(
                      key(row.getString(1), row.getString(2)),
                      row.getString(3),
                      row.getInt(4),
                      key(row.getString(5), row.getString(6))));
            }
          }
        }
      }
      return found;
    }

    private static EntityKey key(String type, String name) throws SQLException {
      return EntityKey.parse(type + ":" + name)
          .orElseThrow(() -> new SQLException("a key in the store that cannot be one"));
    }

    void delete(KeyedRows rows, EntityType type, Set<String> names) throws SQLException {
      rows.delete(
          "ontology.entity_reference where source_type = '" + type.id() + "' and",
          "source_key",
          VARCHAR,
          names);
    }
  }
}
