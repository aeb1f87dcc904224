package org.ontodraft.persistence.ingest;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL's way to take rows by the hundred thousand: {@code COPY} in its text form. */
final class CopyInsert implements RowSink {
  private static final int BUFFER = 256 * 1024;

  private final CopyIn copy;
  private final StringBuilder buffer = new StringBuilder(BUFFER + BUFFER / 4);

  /** Into a table. */
  CopyInsert(Connection connection, String table, List<Column> columns) throws SQLException {
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " (" + names + ") from stdin");
  }

  @Override
  public void add(@Nullable Object... row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        buffer.append('\t');
      }
      Object value = row[i];
      if (value == null) {
        buffer.append("\\N");
      } else {
        append(value.toString());
      }
    }
    buffer.append('\n');
    if (buffer.length() > BUFFER) {
      flush();
    }
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> buffer.append("\\\\");
        case '\t' -> buffer.append("\\t");
        case '\n' -> buffer.append("\\n");
        case '\r' -> buffer.append("\\r");
        default -> buffer.append(c);
      }
    }
  }

  private void flush() throws SQLException {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    buffer.setLength(0);
  }

  @Override
  public void finish() throws SQLException {
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
