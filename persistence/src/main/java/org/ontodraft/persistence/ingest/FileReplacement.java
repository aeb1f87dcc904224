package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.persistence.store.RowIds;

/** Puts the files and problems that a delta tells of in place of those that were there. */
final class FileReplacement {
  /** The files of one entity type, for a condition on the key. */
  static final String OF_TYPE = "ontology.source_file where entity_type = '%s' and";

  private static final String VARCHAR = "varchar";

  private final Connection connection;
  private final KeyedRows rows;
  private final RowIds ids;
  private final OntologyDelta delta;
  private final Map<EntityKey, IngestedEntity> upserts;
  private final Set<EntityKey> deletes;
  private final Set<String> paths;
  private final Set<String> there = new TreeSet<>();
  private final Map<String, GoodFile> before = new HashMap<>();

  FileReplacement(
      Connection connection,
      KeyedRows rows,
      RowIds ids,
      OntologyDelta delta,
      Map<EntityKey, IngestedEntity> upserts,
      Set<EntityKey> deletes) {
    this.connection = connection;
    this.rows = rows;
    this.ids = ids;
    this.delta = delta;
    this.upserts = upserts;
    this.deletes = deletes;
    this.paths = new TreeSet<>(delta.touchedPaths());
    upserts
        .values()
        .forEach(entity -> entity.summary().files().forEach(file -> paths.add(file.path())));
  }

  /** What a file's row says of the entity that is shown from it. */
  private record GoodFile(EntityKey entity, String blobId) {}

  /** Reads what is there; before anything is deleted. */
  void readBefore() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select f.path, f.entity_type, f.entity_key, f.last_good_blob"
                + " from unnest(cast(? as varchar array)) as k (path)"
                + " join ontology.source_file f on f.path = k.path")) {
      query.setArray(1, rows.array(VARCHAR, paths));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          there.add(row.getString(1));
          if (row.getString(4) != null) {
            EntityKey entity =
                EntityKey.parse(row.getString(2) + ":" + row.getString(3)).orElseThrow();
            before.put(row.getString(1), new GoodFile(entity, row.getString(4)));
          }
        }
      }
    }
  }

  /** Writes what is there now. */
  void write() throws SQLException {
    Map<String, IngestedEntity> changed = changedInPlace();
    there.removeAll(changed.keySet());
    rows.delete("ontology.source_file where", "path", VARCHAR, there);
    deleteClaims();
    deleteProblems();
    ProblemRows.insert(connection, ids, delta.problems());
    FileRows.changeBlobs(connection, changed);
    Set<String> written = new HashSet<>(changed.keySet());
    try (FileRows files = new FileRows(connection, ArrayInsert::new, ids)) {
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
        if (good == null || isReplaced(good)) {
          files.unreadable(problem);
        } else {
          files.lastGood(problem.path(), problem.blobId(), good.entity(), good.blobId());
        }
      }
      // A page that is gone while the rest of its dashboard cannot be read is still shown.
      for (Map.Entry<String, GoodFile> file : before.entrySet()) {
        GoodFile good = file.getValue();
        if (!isReplaced(good) && written.add(file.getKey())) {
          files.lastGood(file.getKey(), good.blobId(), good.entity(), good.blobId());
        }
      }
      files.finish();
    }
  }

  /** The entities in one file whose row can stay but for the blob, by path. */
  private Map<String, IngestedEntity> changedInPlace() {
    Map<String, IngestedEntity> changed = new HashMap<>();
    for (IngestedEntity entity : upserts.values()) {
      GoodFile good = before.get(entity.summary().sourcePath());
      if (good != null
          && good.entity().equals(entity.summary().key())
          && entity.summary().pages().isEmpty()) {
        changed.putIfAbsent(entity.summary().sourcePath(), entity);
      }
    }
    return changed;
  }

  /** An entity may now come from another file; one that is no longer read keeps no claim on it. */
  private void deleteClaims() throws SQLException {
    Map<EntityType, Set<String>> names = new EnumMap<>(EntityType.class);
    for (EntityKey key : upserts.keySet()) {
      names.computeIfAbsent(key.type(), type -> new TreeSet<>()).add(key.key());
    }
    Set<String> claims = new TreeSet<>();
    for (Map.Entry<EntityType, Set<String>> type : names.entrySet()) {
      claims.addAll(
          pathsWhere(
              "select f.path from unnest(cast(? as varchar array)) as k (entity_key)"
                  + " join ontology.source_file f on f.entity_type = '"
                  + type.getKey().id()
                  + "' and f.entity_key = k.entity_key",
              type.getValue()));
    }
    claims.removeAll(paths);
    rows.delete("ontology.source_file where", "path", VARCHAR, claims);
  }

  private void deleteProblems() throws SQLException {
    rows.delete(
        "ontology.source_problem where",
        "path",
        VARCHAR,
        pathsWhere(
            "select distinct p.path from unnest(cast(? as varchar array)) as k (path)"
                + " join ontology.source_problem p on p.path = k.path",
            delta.touchedPaths()));
  }

  private Set<String> pathsWhere(String sql, Collection<String> values) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, rows.array(VARCHAR, values));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
    }
    return found;
  }

  private boolean isReplaced(GoodFile good) {
    return deletes.contains(good.entity()) || upserts.containsKey(good.entity());
  }
}
