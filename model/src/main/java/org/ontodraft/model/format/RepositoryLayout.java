package org.ontodraft.model.format;

import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityKey.KeyProblem;
import org.ontodraft.model.entity.EntityType;

/** Which file holds what: paths to keys and keys to paths, for the JSON layout. */
public final class RepositoryLayout {
  private RepositoryLayout() {}

  /** What a path of the repository is to Ontodraft. */
  public sealed interface PathRole {
    /** An entity's file. */
    record EntityFile(EntityKey key) implements PathRole {}

    /** The JSON Schema of a type's folder. */
    record SchemaFile(EntityType type) implements PathRole {}

    /** A file in an entity folder whose name cannot be a key. */
    record Unusable(EntityType type, KeyProblem problem) implements PathRole {}

    /** Not part of the ontology: left alone. */
    record Other() implements PathRole {}
  }

  /**
   * What this path is. Release artefacts under {@code versions/}, {@code .gitkeep} and files that
   * do not end in {@code .json} are {@link PathRole.Other}.
   */
  public static PathRole roleOf(String path) {
    throw new UnsupportedOperationException(path);
  }

  /** Where an entity's file goes: {@code categories/Person.json}. */
  public static String pathOf(EntityKey key) {
    return key.type().folder() + "/" + key.key() + ".json";
  }

  /** What {@code id} must be for a key: the key itself. */
  public static String idOf(EntityKey key) {
    return key.key();
  }
}
