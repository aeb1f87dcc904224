package org.ontodraft.migrations;

/**
 * A migration failed. On H2 the schema may be half changed, since H2 commits DDL: throw the copy
 * away. On PostgreSQL nothing changed.
 */
public final class MigrationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the schema and what went wrong. */
  public MigrationFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
