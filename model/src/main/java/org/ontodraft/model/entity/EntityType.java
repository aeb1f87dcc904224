package org.ontodraft.model.entity;

import java.util.Optional;

/** The kinds of entity an ontology repository holds, in the order they are shown. */
public enum EntityType {
  CATEGORY("category", "categories", false),
  PROPERTY("property", "properties", false),
  SUBOBJECT("subobject", "subobjects", false),
  MODULE("module", "modules", false),
  BUNDLE("bundle", "bundles", false),
  TEMPLATE("template", "templates", true),
  DASHBOARD("dashboard", "dashboards", false),
  RESOURCE("resource", "resources", true),
  MEDIA("media", "media", false);

  private final String id;
  private final String folder;
  private final boolean nestedKeys;

  EntityType(String id, String folder, boolean nestedKeys) {
    this.id = id;
    this.folder = folder;
    this.nestedKeys = nestedKeys;
  }

  /** The name used in keys, tables and files: {@code category}, {@code property}, ... */
  public String id() {
    return id;
  }

  /** The top folder of the repository that holds this type: {@code categories}, ... */
  public String folder() {
    return folder;
  }

  /** Whether a key may hold {@code /}, as {@code resource:Person/John_doe} does. */
  public boolean nestedKeys() {
    return nestedKeys;
  }

  /** The type with this {@link #id()}. */
  public static Optional<EntityType> ofId(String id) {
    for (EntityType type : values()) {
      if (type.id.equals(id)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The type whose entities live in this top folder. */
  public static Optional<EntityType> ofFolder(String folder) {
    for (EntityType type : values()) {
      if (type.folder.equals(folder)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
