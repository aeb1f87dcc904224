package org.ontodraft.persistence.ingest;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of {@code packed_index}: one version's index whole, and what newer ones changed. */
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
        byte[] bytes = new byte[Math.min(PART_BYTES, packed.length - start)];
        System.arraycopy(packed, start, bytes, 0, bytes.length);
        insert.setObject(1, version);
        insert.setInt(2, part);
        insert.setBytes(3, bytes);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** What is packed of each version, its parts put together. */
  static Map<UUID, byte[]> all(Connection connection) throws SQLException {
    Map<UUID, List<byte[]>> parts = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select version_id, content from ontology.packed_index"
                    + " order by version_id, part")) {
      while (rows.next()) {
        parts
            .computeIfAbsent(rows.getObject(1, UUID.class), version -> new ArrayList<>())
            .add(rows.getBytes(2));
      }
    }
    Map<UUID, byte[]> whole = new HashMap<>();
    parts.forEach((version, bytes) -> whole.put(version, joined(bytes)));
    return whole;
  }

  private static byte[] joined(List<byte[]> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    ByteBuffer whole = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(whole::put);
    return whole.array();
  }

  static boolean has(Connection connection, UUID version) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from ontology.packed_index where version_id = ? and part = 0")) {
      query.setObject(1, version);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Leaves only what is packed of this version. */
  static void keepOnly(Connection connection, UUID version) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from ontology.packed_index where version_id <> ?")) {
      delete.setObject(1, version);
      delete.executeUpdate();
    }
  }

  /** Puts one piece in place of whatever is packed. */
  static void replace(Connection connection, UUID version, byte[] packed) throws SQLException {
    try (Statement delete = connection.createStatement()) {
      delete.executeUpdate("delete from ontology.packed_index");
    }
    insert(connection, version, packed);
  }
}
