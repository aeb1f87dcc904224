package org.ontodraft.persistence.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.search.SearchableEntity;

/** A process that writes version after version to an index, until it is killed. */
final class IndexChild {
  static final int ENTITIES = 300;

  private IndexChild() {}

  /** The entities of a version; each says which. */
  static List<SearchableEntity> version(int version) {
    List<SearchableEntity> entities = new ArrayList<>();
    for (int i = 0; i < ENTITIES; i++) {
      entities.add(
          new SearchableEntity(
              EntityKey.of(EntityType.CATEGORY, "Entity_" + i),
              "Label",
              "of version" + version,
              Integer.toString(version)));
    }
    return entities;
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    LuceneSearchIndex index = LuceneSearchIndex.open(Path.of(arguments[0]));
    System.out.println("ready");
    for (int version = Integer.parseInt(arguments[1]); true; version++) {
      index.change(version(version), List.of());
      System.out.println("changed " + version);
      index.finish(Integer.toString(version));
      System.out.println("finished " + version);
    }
  }
}
