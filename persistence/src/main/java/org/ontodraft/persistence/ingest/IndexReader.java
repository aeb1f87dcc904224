package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.StoredOntology;

/** Reads the whole index: in one piece where it is packed, else each table once. */
final class IndexReader {
  private static final int FETCH_SIZE = 5_000;

  /** A whole index of so many times what changed since is worth being written again. */
  private static final int WHOLE_TO_CHANGES = 8;

  private static final String ENTITIES =
      Arrays.stream(EntityType.values())
          .map(type ->
              "select '"
                  + type.id()
                  + "', entity_key, label, source_path from "
                  + EntityTable.of(type).name())
          .collect(Collectors.joining(" union all "));

  private final Connection connection;
  private final VersionRows versions;

  private boolean scattered;

  // Most keys are named many times; one object each.
  private final Map<EntityType, Map<String, EntityKey>> keys = new EnumMap<>(EntityType.class);

  IndexReader(Connection connection, VersionRows versions) {
    this.connection = connection;
    this.versions = versions;
  }

  Optional<StoredOntology> read() throws SQLException {
    Optional<VersionRows.Row> newest = versions.newest(connection);
    if (newest.isPresent()) {
      Map<UUID, byte[]> pieces = PackedRows.all(connection);
      Optional<PackedIndex.Content> packed = PackedIndex.unpack(newest.get().id(), pieces);
      if (packed.isPresent()) {
        scattered = isScattered(pieces);
        return Optional.of(
            new StoredOntology(
                newest.get().version(),
                packed.get().entities(),
                packed.get().references(),
                packed.get().problems(),
                newest.get().pending()));
      }
    }
    Optional<VersionRows.Row> current = versions.current(connection);
    if (current.isEmpty()) {
      return Optional.empty();
    }
    scattered = true;
    return Optional.of(
        new StoredOntology(
            current.get().version(), entities(), references(), ProblemRows.all(connection), false));
  }

  /** Whether what was read would be read much faster from one piece. */
  boolean scattered() {
    return scattered;
  }

  /** Whether what newer versions changed is large beside what they changed. */
  private static boolean isScattered(Map<UUID, byte[]> pieces) {
    long largest = pieces.values().stream().mapToLong(piece -> piece.length).max().orElse(0);
    long all = pieces.values().stream().mapToLong(piece -> piece.length).sum();
    return (all - largest) * WHOLE_TO_CHANGES > largest;
  }

  private Map<String, String> blobsByPath() throws SQLException {
    Map<String, String> blobs = new HashMap<>();
    try (PreparedStatement query =
            prepare(
                "select path, last_good_blob from ontology.source_file"
                    + " where last_good_blob is not null");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        blobs.put(rows.getString(1), rows.getString(2));
      }
    }
    return blobs;
  }

  /** The further files of the entities that have any, by path. */
  private Map<EntityKey, List<FilePart>> pages() throws SQLException {
    Map<EntityKey, List<FilePart>> pages = new HashMap<>();
    try (PreparedStatement query =
            prepare(
                "select entity_type, entity_key, path, last_good_blob from ontology.source_file"
                    + " where entity_type = 'dashboard' and part = 'page'"
                    + " and last_good_blob is not null");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        pages
            .computeIfAbsent(key(rows.getString(1), rows.getString(2)), key -> new ArrayList<>())
            .add(new FilePart(rows.getString(3), rows.getString(4)));
      }
    }
    pages.values().forEach(files -> files.sort(Comparator.comparing(FilePart::path)));
    return pages;
  }

  private List<EntitySummary> entities() throws SQLException {
    Map<String, String> blobs = blobsByPath();
    Map<EntityKey, List<FilePart>> pages = pages();
    List<EntitySummary> entities = new ArrayList<>();
    try (PreparedStatement query = prepare(ENTITIES);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        String path = rows.getString(4);
        String blob = blobs.get(path);
        if (blob == null) {
          throw new SQLException("the store has no file for an entity of " + rows.getString(1));
        }
        EntityKey key = key(rows.getString(1), rows.getString(2));
        List<FilePart> further = pages.getOrDefault(key, List.of());
        entities.add(new EntitySummary(key, rows.getString(3), path, blob, further));
      }
    }
    return entities;
  }

  private List<EntityReference> references() throws SQLException {
    List<Row> read = new ArrayList<>();
    Map<String, String> pointers = new HashMap<>();
    try (PreparedStatement query =
            prepare(
                "select source_type, source_key, pointer, position, target_type, target_key,"
                    + " ordinal from ontology.entity_reference");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        EntityReference reference =
            new EntityReference(
                key(rows.getString(1), rows.getString(2)),
                pointers.computeIfAbsent(rows.getString(3), pointer -> pointer),
                rows.getInt(4),
                key(rows.getString(5), rows.getString(6)));
        read.add(new Row(reference, rows.getInt(7)));
      }
    }
    read.sort(
        Comparator.comparing((Row row) -> row.reference().source()).thenComparing(Row::ordinal));
    return read.stream().map(Row::reference).toList();
  }

  private record Row(EntityReference reference, int ordinal) {}

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setFetchSize(FETCH_SIZE);
    return statement;
  }

  private EntityKey key(String typeId, String key) throws SQLException {
    EntityType type =
        EntityType.ofId(typeId)
            .orElseThrow(() -> new SQLException("an unknown entity type in the store: " + typeId));
    try {
      return keys.computeIfAbsent(type, t -> new HashMap<>())
          .computeIfAbsent(key, k -> new EntityKey(type, k));
    } catch (IllegalArgumentException e) {
      throw new SQLException("a key in the store that cannot be one", e);
    }
  }
}
