package org.ontodraft.migrations;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** How far each SQL schema of a database is. */
public record SchemaState(List<SchemaVersion> versions) {
  public SchemaState {
    versions = List.copyOf(versions);
  }

  /** Whether a newer program has been here; then nothing may be written. */
  public boolean isNewer() {
    return versions.stream().anyMatch(SchemaVersion::isNewer);
  }

  /** Whether scripts wait to be run. */
  public boolean isPending() {
    return versions.stream().anyMatch(SchemaVersion::isPending);
  }

  /** The versions found, for people: {@code ontology 3, local 1}. */
  public String found() {
    return describe(SchemaVersion::applied);
  }

  /** The versions this program knows, for people. */
  public String known() {
    return describe(SchemaVersion::known);
  }

  private String describe(ToIntFunction<SchemaVersion> number) {
    return versions.stream()
        .map(version -> version.schema().sqlName() + " " + number.applyAsInt(version))
        .collect(Collectors.joining(", "));
  }
}
