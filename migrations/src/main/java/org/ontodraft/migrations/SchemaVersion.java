package org.ontodraft.migrations;

/**
 * How far one SQL schema is.
 *
 * @param applied the version the database has, 0 for none
 * @param known the newest version this program has a script for
 */
public record SchemaVersion(SqlSchema schema, int applied, int known) {
  /** Whether scripts wait to be run. */
  public boolean isPending() {
    return applied < known;
  }

  /** Whether a newer program has been here. */
  public boolean isNewer() {
    return applied > known;
  }
}
