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

  /**
   * Only ever append. H2 2.5.252 does not write down where its newest data is when it puts them
   * into space that was freed 45 seconds before, and after a kill opens an older state, minutes of
   * commits gone; {@code H2IdleKillTest} shows it.
   */
  private static final String APPEND_ONLY = ";REUSE_SPACE=FALSE";

  private static final String MUST_EXIST = ";IFEXISTS=TRUE";

  private H2Urls() {}

  /** Makes the file when it is not there; for a new store alone. */
  static String creating(Path file) {
    return prefix(file) + OWNER_SETTINGS + APPEND_ONLY;
  }

  /** Opened first and held until shutdown. */
  static String owner(Path file) {
    return prefix(file) + OWNER_SETTINGS + APPEND_ONLY + MUST_EXIST;
  }

  /** Opened alone, with nothing to write, for the space that closing then gives back. */
  static String tidying(Path file) {
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
