package org.ontodraft.migrations;

/** What came of bringing a database up to date. */
public sealed interface MigrationOutcome {
  /** The schema is the one this program knows; {@code before} tells whether anything was done. */
  record UpToDate(SchemaState before, SchemaState after) implements MigrationOutcome {}

  /** A newer program has written the schema; nothing was touched. */
  record NewerSchema(SchemaState state) implements MigrationOutcome {}
}
