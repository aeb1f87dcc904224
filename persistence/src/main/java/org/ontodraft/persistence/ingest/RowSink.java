package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.persistence.ingest.ArrayInsert.Column;

/** Takes rows of one table by the thousand. */
interface RowSink extends AutoCloseable {
  /** Takes a row, values in the order of the columns. */
  void add(@Nullable Object... row) throws SQLException;

  /** Writes what is left; not called when a row could not be written. */
  void finish() throws SQLException;

  @Override
  void close() throws SQLException;

  /** Makes sinks. */
  @FunctionalInterface
  interface Maker {
    /** A sink into a table; one at a time may be open. */
    RowSink into(Connection connection, String table, List<Column> columns) throws SQLException;
  }
}
