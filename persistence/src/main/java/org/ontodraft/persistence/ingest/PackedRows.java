package org.ontodraft.persistence.ingest;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** The rows of {@code packed_index}. */
final class PackedRows {
  /** H2 keeps at most 1 MiB in a value of this type. */
  private static final int PART_BYTES = 512 * 1024;

  private PackedRows() {}

  static void insert(Connection connection, UUID version, byte[] packed) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ontology.packed_index (version_id, part, content) values (?, ?, ?)")) {
      for (int part = 0; part * PART_BYTES < packed.length; part++) {
        int start = part * PART_BYTES;
        insert.setObject(1, version);
        insert.setInt(2, part);
        insert.setBytes(
            3, Arrays.copyOfRange(packed, start, Math.min(start + PART_BYTES, packed.length)));
        insert.executeUpdate();
      }
    }
  }

  /** All parts put together; nothing for a version that has none. */
  static byte[] read(Connection connection, UUID version) throws SQLException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select content from ontology.packed_index where version_id = ? order by part")) {
      query.setObject(1, version);
      try (ResultSet parts = query.executeQuery()) {
        while (parts.next()) {
          packed.writeBytes(parts.getBytes(1));
        }
      }
    }
    return packed.toByteArray();
  }

  /** Leaves only what is packed of this version. */
  static void keepOnly(Connection connection, UUID version) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from ontology.packed_index where version_id <> ?")) {
      delete.setObject(1, version);
      delete.executeUpdate();
    }
  }
}
