package org.ontodraft.model.format;

import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityKey.KeyProblem;
import org.ontodraft.model.entity.EntityType;

/** Which file holds what: paths to keys and keys to paths, for the JSON layout. */
public final class RepositoryLayout {
  private static final String EXTENSION = ".json";
  private static final String SCHEMA = "_schema.json";
  private static final String RELEASES = "versions";
  private static final PathRole OTHER = new PathRole.Other();

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
   * What this path is. Release artefacts ({@code modules/Core/versions/1.0.0.json}), {@code
   * .gitkeep} and files that do not end in {@code .json} are {@link PathRole.Other}.
   */
  public static PathRole roleOf(String path) {
    int slash = path.indexOf('/');
    if (slash < 0 || !path.endsWith(EXTENSION)) {
      return OTHER;
    }
    Optional<EntityType> folder = EntityType.ofFolder(path.substring(0, slash));
    if (folder.isEmpty()) {
      return OTHER;
    }
    EntityType type = folder.get();
    String name = path.substring(slash + 1);
    if (name.equals(SCHEMA)) {
      return new PathRole.SchemaFile(type);
    }
    if (name.endsWith("/" + SCHEMA) || isRelease(type, name)) {
      return OTHER;
    }
    String key = name.substring(0, name.length() - EXTENSION.length());
    return EntityKey.problemWith(type, key)
        .<PathRole>map(problem -> new PathRole.Unusable(type, problem))
        .orElseGet(() -> new PathRole.EntityFile(new EntityKey(type, key)));
  }

  /** {@code Core/versions/1.0.0.json}; only where a key cannot be nested, so none is hidden. */
  private static boolean isRelease(EntityType type, String name) {
    int first = name.indexOf('/');
    return !type.nestedKeys() && first > 0 && name.startsWith(RELEASES + "/", first + 1);
  }

  /** Where an entity's file goes: {@code categories/Person.json}. */
  public static String pathOf(EntityKey key) {
    return key.type().folder() + "/" + key.key() + EXTENSION;
  }

  /** What {@code id} must be for a key: the key itself. */
  public static String idOf(EntityKey key) {
    return key.key();
  }
}
