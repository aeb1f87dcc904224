package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;

/**
 * Entities of one type that name an entity in one field.
 *
 * @param field the field's name, without the places inside it
 * @param sources sorted by key, each once
 */
public record UsageGroup(EntityType type, String field, List<EntitySummary> sources) {
  public UsageGroup {
    sources = List.copyOf(sources);
  }

  private record Place(EntityType type, String field) {}

  /**
   * Everything that refers to an entity. A resource names a property as a member, so for those the
   * field is empty.
   */
  static List<UsageGroup> of(DraftOverlay overlay, EntityKey key) {
    Map<Place, Map<EntityKey, EntitySummary>> groups =
        new TreeMap<>(Comparator.comparing(Place::type).thenComparing(Place::field));
    for (EntityReference reference : overlay.referencesTo(key)) {
      EntityKey source = reference.source();
      boolean member = key.type() == EntityType.PROPERTY && source.type() == EntityType.RESOURCE;
      Place place = new Place(source.type(), member ? "" : fieldOf(reference.pointer()));
      overlay
          .find(source)
          .ifPresent(found ->
              groups.computeIfAbsent(place, p -> new TreeMap<>()).putIfAbsent(source, found));
    }
    List<UsageGroup> usages = new ArrayList<>();
    groups.forEach((place, sources) ->
        usages.add(new UsageGroup(place.type(), place.field(), List.copyOf(sources.values()))));
    return usages;
  }

  private static String fieldOf(String pointer) {
    int end = pointer.indexOf('/', 1);
    String token =
        pointer.substring(Math.min(1, pointer.length()), end < 0 ? pointer.length() : end);
    return token.replace("~1", "/").replace("~0", "~");
  }
}
