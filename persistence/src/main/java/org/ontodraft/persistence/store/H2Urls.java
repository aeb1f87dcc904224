package org.ontodraft.persistence.store;

import java.nio.file.Path;

/**
 * The JDBC URLs of decision 1. {@code async:} keeps an interrupted thread from closing the file,
 * {@code WRITE_DELAY=0} writes each commit before it returns.
 */
final class H2Urls {
  /** What H2 appends to a database's name. */
  static final String SUFFIX = ".mv.db";

  private static final String OWNER_SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
  private static final String MUST_EXIST = ";IFEXISTS=TRUE";

  private H2Urls() {}

  /** Makes the file when it is not there; for a new store alone. */
  static String creating(Path file) {
    return prefix(file) + OWNER_SETTINGS;
  }

  /** Opened first and held until shutdown. */
  static String owner(Path file) {
    return prefix(file) + OWNER_SETTINGS + MUST_EXIST;
  }

  /** For all ordinary work; a user without rights may not set the owner's options. */
  static String worker(Path file) {
    return prefix(file) + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE" + MUST_EXIST;
  }

  private static String prefix(Path file) {
    String path = file.toString();
    return "jdbc:h2:async:" + path.substring(0, path.length() - SUFFIX.length());
  }
}
