package org.ontodraft.persistence.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * PostgreSQL's way to take rows by the hundred thousand: {@code COPY} in its binary form (manual,
 * COPY, file formats), which neither side has to write and read as text.
 */
final class CopyInsert implements RowSink {
  private static final int BUFFER = 512 * 1024;

  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final short TRAILER = -1;
  private static final int NULL = -1;

  /** PostgreSQL counts microseconds from here. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final CopyIn copy;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  /** Into a table. */
  CopyInsert(Connection connection, String table, List<Column> columns) throws SQLException {
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " (" + names + ") from stdin with (format binary)");
    buffer.put(HEADER);
  }

  @Override
  public void add(@Nullable Object... row) throws SQLException {
    room(Short.BYTES).putShort((short) row.length);
    for (Object value : row) {
      add(value);
    }
  }

  private void add(@Nullable Object value) throws SQLException {
    switch (value) {
      case null -> room(Integer.BYTES).putInt(NULL);
      case String text -> add(text.getBytes(StandardCharsets.UTF_8));
      case UUID id ->
          field(2 * Long.BYTES)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits());
      case Integer number -> field(Integer.BYTES).putInt(number);
      case Boolean bool -> field(Byte.BYTES).put((byte) (bool ? 1 : 0));
      case OffsetDateTime time ->
          field(Long.BYTES).putLong(ChronoUnit.MICROS.between(EPOCH, time.toInstant()));
      default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
    }
  }

  private void add(byte[] text) throws SQLException {
    field(text.length).put(text);
  }

  /** Begins a field of so many bytes. */
  private ByteBuffer field(int bytes) throws SQLException {
    return room(Integer.BYTES + bytes).putInt(bytes);
  }

  /** The buffer with room for so many bytes. */
  private ByteBuffer room(int bytes) throws SQLException {
    if (buffer.remaining() < bytes) {
      flush();
      if (buffer.capacity() < bytes) {
        buffer = ByteBuffer.allocate(bytes);
      }
    }
    return buffer;
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  @Override
  public void finish() throws SQLException {
    room(Short.BYTES).putShort(TRAILER);
    flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
