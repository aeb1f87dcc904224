package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;

/** The formats an entity's file can have. A repository may hold both. */
public enum FileFormat {
  JSON(".json"),
  WIKITEXT(".wikitext");

  /** How many entities of a type are looked at to see which format its folder has. */
  private static final int SAMPLE = 64;

  private final String extension;

  FileFormat(String extension) {
    this.extension = extension;
  }

  /** What the names of its files end in: {@code .json} or {@code .wikitext}. */
  public String extension() {
    return extension;
  }

  /** The format of the file at this path, by its name. */
  public static Optional<FileFormat> ofPath(String path) {
    for (FileFormat format : values()) {
      if (path.endsWith(format.extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Whether entities of this type are kept in this format; lists and media are always JSON. */
  public boolean keeps(EntityType type) {
    return this == JSON
        || type != EntityType.MODULE && type != EntityType.BUNDLE && type != EntityType.MEDIA;
  }

  /**
   * Whether a file of this format has a place for a field its type knows: a wikitext template is
   * its text, and a wikitext page may be in several categories.
   */
  public boolean holds(EntityType type, String field) {
    return this == JSON
        || switch (type) {
          case TEMPLATE -> field.equals("id") || field.equals("wikitext");
          case RESOURCE -> !field.equals("category");
          default -> true;
        };
  }

  /**
   * The document as a file of this format says the same: in wikitext an empty text or list is no
   * value, and a page that states no label, description or cardinality says its title, an empty
   * text and a single value.
   */
  public EntityDocument settle(EntityKey key, EntityDocument document) {
    return this == JSON ? document : WikitextReader.settle(key, document);
  }

  /** The format of an entity of a view, or the one it would get. */
  public static FileFormat of(OntologyView view, EntityKey key) {
    return view.find(key)
        .flatMap(entity -> ofPath(entity.sourcePath()))
        .orElseGet(() -> ofNew(view, key.type()));
  }

  /**
   * The format of a new entity: what the folder of its type has most of; where that is empty, what
   * the repository has most of; else JSON. Of a large folder a spread of entities is looked at.
   */
  public static FileFormat ofNew(OntologyView view, EntityType type) {
    if (!WIKITEXT.keeps(type)) {
      return JSON;
    }
    List<String> own = somePaths(view.entities(type));
    if (own.isEmpty()) {
      for (EntityType other : EntityType.values()) {
        if (WIKITEXT.keeps(other)) {
          own.addAll(somePaths(view.entities(other)));
        }
      }
    }
    long wikitext = own.stream().filter(path -> path.endsWith(WIKITEXT.extension)).count();
    return 2 * wikitext > own.size() ? WIKITEXT : JSON;
  }

  private static List<String> somePaths(List<EntitySummary> entities) {
    List<String> paths = new ArrayList<>();
    int step = Math.max(1, entities.size() / SAMPLE);
    for (int i = 0; i < entities.size(); i += step) {
      paths.add(entities.get(i).sourcePath());
    }
    return paths;
  }
}
