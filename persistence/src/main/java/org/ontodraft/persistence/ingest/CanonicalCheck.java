package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.ingest.EntityTable.OwnColumn;
import org.ontodraft.persistence.store.CheckFinding;
import org.ontodraft.persistence.store.CheckFinding.Code;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoredText;

/**
 * Compares the canonical rows with what the files of their version say, read again. An entity that
 * is shown as an earlier file had it, because the present one cannot be read, is not compared.
 */
public final class CanonicalCheck {
  private final Connection connection;
  private final List<CheckFinding> findings = new ArrayList<>();
  private final Map<EntityKey, IngestedEntity> expected = new TreeMap<>();

  /** Entities shown as they were before their file became unreadable. */
  private final Set<EntityKey> lastGood = new HashSet<>();

  private int rowCount;

  private CanonicalCheck(Connection connection) {
    this.connection = connection;
  }

  /**
   * What is wrong with the rows. Reads every file of the version.
   *
   * @param source the repository the rows were read from
   */
  public static List<CheckFinding> run(Connection connection, OntologySource source)
      throws SQLException {
    InstantSource clock = InstantSource.system();
    VersionRows versions = new VersionRows(new RowIds(clock), clock);
    Optional<VersionRows.Row> newest = versions.newest(connection);
    if (newest.isEmpty() || newest.get().pending()) {
      // The rows of the version are still to come; the next opening writes them.
      return List.of();
    }
    String commit = newest.get().version().commit();
    if (source.version(commit).isEmpty()) {
      return List.of(CheckFinding.of(Code.COMMIT_MISSING, commit));
    }
    CanonicalCheck check = new CanonicalCheck(connection);
    for (IngestedEntity entity :
        OntologyReader.read(source, source.entries(commit), files -> {}).entities()) {
      check.expected.putIfAbsent(entity.summary().key(), entity);
    }
    check.files();
    for (EntityType type : EntityType.values()) {
      check.entities(EntityTable.of(type));
    }
    check.references();
    check.junctions();
    check.index(new IndexReader(connection, versions).read());
    check.count();
    return check.findings;
  }

  private void add(Code code, Object... arguments) {
    findings.add(CheckFinding.of(code, arguments));
  }

  private void files() throws SQLException {
    Map<String, String> blobs = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select path, blob_id, state, entity_type, entity_key"
                    + " from ontology.source_file")) {
      while (rows.next()) {
        switch (rows.getString(3)) {
          case "read" -> blobs.put(rows.getString(1), rows.getString(2));
          case "last_good" -> lastGood.add(key(rows.getString(4), rows.getString(5)));
          default -> {}
        }
      }
    }
    for (IngestedEntity entity : expected.values()) {
      for (FilePart file : entity.summary().files()) {
        if (!file.blobId().equals(blobs.remove(file.path()))
            && !lastGood.contains(entity.summary().key())) {
          add(Code.FILE_DIFFERS, file.path());
        }
      }
    }
    blobs.keySet().forEach(path -> add(Code.FILE_DIFFERS, path));
  }

  private void entities(EntityTable table) throws SQLException {
    List<String> columns =
        new ArrayList<>(
            List.of("entity_key", "source_path", "label", "description", "canonical_json"));
    table.ownColumns().forEach(own -> columns.add(own.column().name()));
    Set<EntityKey> found = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select " + String.join(", ", columns) + " from " + table.name())) {
      while (rows.next()) {
        rowCount++;
        EntityKey key = new EntityKey(table.type(), rows.getString(1));
        found.add(key);
        IngestedEntity entity = expected.get(key);
        if (lastGood.contains(key)) {
          continue;
        }
        if (entity == null) {
          add(Code.ROW_EXTRA, key);
          continue;
        }
        List<@Nullable String> values = values(table, entity);
        for (int i = 0; i < columns.size(); i++) {
          String value = rows.getString(i + 1);
          if (!same(value, values.get(i))) {
            add(Code.ROW_DIFFERS, key, columns.get(i));
          }
        }
      }
    }
    for (IngestedEntity entity : expected.values()) {
      EntityKey key = entity.summary().key();
      if (key.type() == table.type() && !found.contains(key)) {
        add(Code.ROW_MISSING, key, entity.summary().sourcePath());
      }
    }
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one == null ? other == null : one.equals(other);
  }

  private static List<@Nullable String> values(EntityTable table, IngestedEntity entity) {
    List<@Nullable String> values = new ArrayList<>();
    values.add(entity.summary().key().key());
    values.add(entity.summary().sourcePath());
    values.add(StoredText.readable(entity.summary().label()));
    values.add(entity.document().description().map(StoredText::readable).orElse(null));
    values.add(entity.text());
    for (OwnColumn own : table.ownColumns()) {
      @Nullable Object value = own.value().apply(entity.document());
      values.add(
          value instanceof Boolean truth
              ? sqlText(truth)
              : value == null ? null : String.valueOf(value));
    }
    return values;
  }

  /** As the driver writes it. */
  private static String sqlText(boolean truth) {
    return truth ? "TRUE" : "FALSE";
  }

  private void references() throws SQLException {
    Map<EntityKey, List<EntityReference>> stored = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select source_type, source_key, pointer, position, target_type, target_key"
                    + " from ontology.entity_reference order by source_type, source_key, ordinal")) {
      while (rows.next()) {
        EntityKey source = key(rows.getString(1), rows.getString(2));
        stored
            .computeIfAbsent(source, key -> new ArrayList<>())
            .add(
                new EntityReference(
                    source,
                    rows.getString(3),
                    rows.getInt(4),
                    key(rows.getString(5), rows.getString(6))));
      }
    }
    for (IngestedEntity entity : expected.values()) {
      EntityKey key = entity.summary().key();
      List<EntityReference> found = stored.remove(key);
      if (!lastGood.contains(key)
          && !entity.references().equals(found == null ? List.of() : found)) {
        add(Code.REFERENCES_DIFFER, key);
      }
    }
    stored.keySet().stream()
        .filter(key -> !lastGood.contains(key))
        .forEach(key -> add(Code.REFERENCES_DIFFER, key));
  }

  /** By SQL, from the references as they are stored. */
  private void junctions() throws SQLException {
    Map<String, List<Junction>> byTable = new TreeMap<>();
    Junction.ALL.forEach(junction ->
        byTable.computeIfAbsent(junction.table(), table -> new ArrayList<>()).add(junction));
    for (Map.Entry<String, List<Junction>> table : byTable.entrySet()) {
      Junction first = table.getValue().getFirst();
      String columns = String.join(", ", columns(first));
      String wanted =
          String.join(
              " union all ", table.getValue().stream().map(CanonicalCheck::resolved).toList());
      String stored = "select " + columns + " from " + table.getKey();
      long differing =
          count("(" + stored + ") except (" + wanted + ")")
              + count("(" + wanted + ") except (" + stored + ")");
      if (differing > 0) {
        add(Code.JUNCTION_DIFFERS, table.getKey(), differing);
      }
    }
  }

  private static List<String> columns(Junction junction) {
    String owner = junction.ownerColumn();
    String target = junction.targetColumn();
    return switch (junction.extra()) {
      case NONE -> List.of(owner, target);
      case IS_REQUIRED -> List.of(owner, target, "is_required");
      case POSITION -> List.of(owner, target, "position");
      case TYPE_AND_KEY -> List.of(owner, "entity_type", target);
    };
  }

  /** The edges that the stored references resolve to. */
  private static String resolved(Junction junction) {
    String required = "'" + junction.pointers().getFirst() + "'";
    String values =
        switch (junction.extra()) {
          case NONE -> "o.id as owner_id, t.id as target_id";
          case IS_REQUIRED ->
              "o.id as owner_id, t.id as target_id, max(case when r.pointer = "
                  + required
                  + " then 1 else 0 end) = 1 as is_required";
          case POSITION -> "o.id as owner_id, t.id as target_id, min(r.position) as place";
          case TYPE_AND_KEY -> "o.id as owner_id, r.target_type, r.target_key";
        };
    String group =
        junction.extra() == Junction.Extra.TYPE_AND_KEY
            ? "o.id, r.target_type, r.target_key"
            : "o.id, t.id";
    return "select "
        + values
        + " from ontology.entity_reference r join "
        + EntityTable.of(junction.owner()).name()
        + " o on o.entity_key = r.source_key join "
        + EntityTable.of(junction.target()).name()
        + " t on t.entity_key = r.target_key where r.source_type = '"
        + junction.owner().id()
        + "' and r.target_type = '"
        + junction.target().id()
        + "' and r.pointer in ('"
        + String.join("', '", junction.pointers())
        + "') group by "
        + group;
  }

  private long count(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from (" + query + ") rows_found")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private void index(Optional<StoredOntology> stored) {
    Map<EntityKey, EntitySummary> indexed = new HashMap<>();
    stored.ifPresent(
        index -> index.entities().forEach(summary -> indexed.put(summary.key(), summary)));
    for (IngestedEntity entity : expected.values()) {
      EntityKey key = entity.summary().key();
      EntitySummary summary = indexed.remove(key);
      if (!lastGood.contains(key) && !entity.summary().equals(summary)) {
        add(Code.INDEX_DIFFERS, key);
      }
    }
    indexed.keySet().stream()
        .filter(key -> !lastGood.contains(key))
        .forEach(key -> add(Code.INDEX_DIFFERS, key));
  }

  private void count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select commit_sha, entity_count from ontology.ontology_version"
                    + " where status = 'completed' order by number desc limit 1")) {
      if (row.next() && row.getInt(2) != rowCount) {
        add(Code.COUNT_DIFFERS, row.getString(1), row.getInt(2), rowCount);
      }
    }
  }

  private static EntityKey key(String type, String key) throws SQLException {
    return new EntityKey(
        EntityType.ofId(type).orElseThrow(() -> new SQLException("an unknown type: " + type)), key);
  }
}
