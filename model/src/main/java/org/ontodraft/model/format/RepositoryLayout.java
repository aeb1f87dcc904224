package org.ontodraft.model.format;

import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityKey.KeyProblem;
import org.ontodraft.model.entity.EntityType;

/** Which file holds what: paths to keys and keys to paths. */
public final class RepositoryLayout {
  /** The folder of images and of the JSON files that say where they come from. */
  public static final String MEDIA = EntityType.MEDIA.folder();

  private static final String SCHEMA = "_schema.json";
  private static final String RELEASES = "versions";
  private static final PathRole OTHER = new PathRole.Other();

  private RepositoryLayout() {}

  /** What a path of the repository is to Ontodraft. */
  public sealed interface PathRole {
    /** The file that names an entity, often its only one. */
    record EntityFile(EntityKey key) implements PathRole {}

    /** A subpage of a wikitext dashboard. */
    record PageFile(EntityKey dashboard, String page) implements PathRole {}

    /** The JSON Schema of a type's folder. */
    record SchemaFile(EntityType type) implements PathRole {}

    /** A file in an entity folder whose name cannot be a key. */
    record Unusable(EntityType type, KeyProblem problem) implements PathRole {}

    /** A wikitext file of a type that is kept as JSON only. */
    record WrongFormat(EntityType type) implements PathRole {}

    /** An image. */
    record MediaFile(String name) implements PathRole {}

    /** Not part of the ontology: left alone. */
    record Other() implements PathRole {}
  }

  /**
   * What this path is. Release artefacts ({@code modules/Core/versions/1.0.0.json}), {@code
   * .gitkeep} and files with other endings are {@link PathRole.Other}.
   */
  public static PathRole roleOf(String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      return OTHER;
    }
    String folder = path.substring(0, slash);
    String name = path.substring(slash + 1);
    if (folder.equals(MEDIA)) {
      return MediaLayout.roleOf(name);
    }
    Optional<FileFormat> format = FileFormat.ofPath(name);
    Optional<EntityType> type = EntityType.ofFolder(folder);
    if (format.isEmpty() || type.isEmpty()) {
      return OTHER;
    }
    return roleOf(type.get(), name, format.get());
  }

  private static PathRole roleOf(EntityType type, String name, FileFormat format) {
    if (name.equals(SCHEMA)) {
      return new PathRole.SchemaFile(type);
    }
    if (name.endsWith("/" + SCHEMA) || isRelease(type, name)) {
      return OTHER;
    }
    if (!format.keeps(type)) {
      return new PathRole.WrongFormat(type);
    }
    String key = name.substring(0, name.length() - format.extension().length());
    int slash = key.indexOf('/');
    if (type == EntityType.DASHBOARD && format == FileFormat.WIKITEXT && slash > 0) {
      return pageRole(key.substring(0, slash), key.substring(slash + 1));
    }
    return EntityKey.problemWith(type, key)
        .<PathRole>map(problem -> new PathRole.Unusable(type, problem))
        .orElseGet(() -> new PathRole.EntityFile(new EntityKey(type, key)));
  }

  private static PathRole pageRole(String dashboard, String page) {
    return EntityKey.problemWith(EntityType.DASHBOARD, dashboard)
        .or(() -> EntityKey.problemWith(EntityType.TEMPLATE, page)) // may be nested, like a key
        .<PathRole>map(problem -> new PathRole.Unusable(EntityType.DASHBOARD, problem))
        .orElseGet(
            () -> new PathRole.PageFile(new EntityKey(EntityType.DASHBOARD, dashboard), page));
  }

  /** {@code Core/versions/1.0.0.json}; only where a key cannot be nested, so none is hidden. */
  private static boolean isRelease(EntityType type, String name) {
    int first = name.indexOf('/');
    return !type.nestedKeys()
        && first > 0
        && name.startsWith(RELEASES + "/", first + 1)
        && name.endsWith(FileFormat.JSON.extension());
  }

  /** Where an entity's file goes in the JSON layout: {@code categories/Person.json}. */
  public static String pathOf(EntityKey key) {
    return pathOf(key, FileFormat.JSON);
  }

  /** Where an entity's file goes, or the root page of a wikitext dashboard. */
  public static String pathOf(EntityKey key, FileFormat format) {
    return key.type().folder() + "/" + key.key() + format.extension();
  }

  /** Where a page of a wikitext dashboard goes; the one without a name is the root page. */
  static String pathOfPage(EntityKey dashboard, String page) {
    String root = pathOf(dashboard, FileFormat.WIKITEXT);
    String extension = FileFormat.WIKITEXT.extension();
    return page.isEmpty()
        ? root
        : root.substring(0, root.length() - extension.length()) + "/" + page + extension;
  }

  /** The name of the page a dashboard's further file holds. */
  static String pageOf(EntityKey dashboard, String path) {
    int start = dashboard.type().folder().length() + dashboard.key().length() + 2;
    return path.substring(start, path.length() - FileFormat.WIKITEXT.extension().length());
  }

  /** The entity whose file this is, or one of several. */
  public static Optional<EntityKey> entityOf(String path) {
    return switch (roleOf(path)) {
      case PathRole.EntityFile(var key) -> Optional.of(key);
      case PathRole.PageFile(var key, var page) -> Optional.of(key);
      default -> Optional.empty();
    };
  }

  /** Whether a path is an entity's file, or one of several. */
  public static boolean holdsEntity(String path) {
    return entityOf(path).isPresent();
  }

  /** Whether a path is a subpage of this wikitext dashboard, and not its root page. */
  public static boolean isPage(EntityKey dashboard, String path) {
    return roleOf(path) instanceof PathRole.PageFile(var key, var page) && key.equals(dashboard);
  }

  /** Whether a page of a wikitext dashboard can have this name. */
  static boolean isPageName(String page) {
    return EntityKey.problemWith(EntityType.TEMPLATE, page).isEmpty();
  }

  /** What {@code id} must be for a key: the key itself. */
  public static String idOf(EntityKey key) {
    return key.key();
  }
}
