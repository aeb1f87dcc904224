package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoredText;

/** Inserts rows of {@code source_file}. */
final class FileRows implements AutoCloseable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.uuid("id"),
          Column.text("path"),
          Column.text("blob_id"),
          Column.text("entity_type"),
          Column.text("entity_key"),
          Column.text("part"),
          Column.text("state"),
          Column.text("last_good_blob"));

  private static final String DOCUMENT = "document";
  private static final String PAGE = "page";

  private final RowSink insert;
  private final RowIds ids;

  FileRows(Connection connection, RowSink.Maker sinks, RowIds ids) throws SQLException {
    this.insert = sinks.into(connection, "ontology.source_file", COLUMNS);
    this.ids = ids;
  }

  /** The files an entity was read from. */
  void read(EntitySummary entity) throws SQLException {
    for (FilePart file : entity.files()) {
      insert.add(
          ids.next(),
          file.path(),
          file.blobId(),
          entity.key().type().id(),
          entity.key().key(),
          partOf(entity.key(), file.path()),
          "read",
          file.blobId());
    }
  }

  /** Puts another blob into the rows of files, by path, that were read and were read again. */
  static void changeBlobs(Connection connection, Map<String, IngestedEntity> files)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ontology.source_file set blob_id = ?, last_good_blob = ?, state = 'read'"
                + " where path = ?")) {
      for (Map.Entry<String, IngestedEntity> file : files.entrySet()) {
        update.setString(1, file.getValue().summary().blobId());
        update.setString(2, file.getValue().summary().blobId());
        update.setString(3, file.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static String partOf(EntityKey entity, String path) {
    return RepositoryLayout.isPage(entity, path) ? PAGE : DOCUMENT;
  }

  /**
   * A file that cannot be read now, or is gone from an entity that cannot be read without it; the
   * entity is shown as the blob that was good has it.
   */
  void lastGood(String path, String blob, EntityKey entity, String goodBlob) throws SQLException {
    insert.add(
        ids.next(),
        StoredText.readable(path),
        blob,
        entity.type().id(),
        entity.key(),
        partOf(entity, path),
        "last_good",
        goodBlob);
  }

  /** A file that was never read. */
  void unreadable(SourceProblem problem) throws SQLException {
    insert.add(
        ids.next(),
        StoredText.readable(problem.path()),
        problem.blobId(),
        null,
        null,
        DOCUMENT,
        "unreadable",
        null);
  }

  void finish() throws SQLException {
    insert.finish();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
