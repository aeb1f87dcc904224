package org.ontodraft.migrations;

import java.util.List;
import java.util.Locale;

/**
 * An SQL schema of ours, each with its own lineage of migrations. The schema {@code workspace}
 * comes with its first table.
 */
public enum SqlSchema {
  /** The canonical ontology and the drafts. */
  ONTOLOGY(List.of("common", "h2"), List.of("common", "postgresql")),
  /** What belongs to one store; only in the embedded file. */
  LOCAL(List.of("common"), List.of());

  private final List<String> h2Folders;
  private final List<String> postgresqlFolders;

  SqlSchema(List<String> h2Folders, List<String> postgresqlFolders) {
    this.h2Folders = h2Folders;
    this.postgresqlFolders = postgresqlFolders;
  }

  /**
   * The schema with this name in SQL.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SqlSchema of(String sqlName) {
    return valueOf(sqlName.toUpperCase(Locale.ROOT));
  }

  /** The schema's name in SQL. */
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The folders with this schema's scripts; none when the database does not hold the schema. */
  List<String> folders(Vendor vendor) {
    return switch (vendor) {
      case H2 -> h2Folders;
      case POSTGRESQL -> postgresqlFolders;
    };
  }
}
