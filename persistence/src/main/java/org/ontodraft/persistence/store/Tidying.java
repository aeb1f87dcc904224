package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Gives back the space that a database file grew by while it was open: it is only ever appended to
 * then. A kill in the middle leaves one that holds the same.
 */
final class Tidying {
  /** Growing by less is not worth the time. */
  private static final long WORTHWHILE_BYTES = 32L * 1024 * 1024;

  /** The first pass moves what is in use together, the second cuts off what is behind it. */
  private static final int PASSES = 2;

  private final Path file;
  private final JdbcDataSource alone;
  private final long sizeBefore;

  /** For a file that is about to be used; the source opens it with nobody else. */
  Tidying(Path file, JdbcDataSource alone) throws IOException {
    this.file = file;
    this.alone = alone;
    this.sizeBefore = Files.size(file);
  }

  /** Tidies up the closed file, if it has grown much. */
  void run() throws SQLException, IOException {
    for (int pass = 0; pass < PASSES && Files.size(file) - sizeBefore > WORTHWHILE_BYTES; pass++) {
      H2Store.shutdown(alone.getConnection());
    }
  }
}
