package org.ontodraft.app.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;

/** Finds entities by what a person has typed of their key or label. */
public final class Suggestions {
  /** The most that are offered at once. */
  public static final int OFFERED = 50;

  private static final int NO_MATCH = Integer.MAX_VALUE;

  private Suggestions() {}

  private record Ranked(int rank, EntitySummary entity) {}

  /**
   * Entities of a type whose key or label holds the query: beginnings first, then beginnings of
   * words, then the rest, each by key. What the draft deletes is not offered.
   *
   * @param without keys that are not to be offered
   */
  public static List<Suggestion> find(
      DraftOverlay overlay, EntityType type, String query, Set<String> without) {
    return find(overlay, overlay.entities(type), query, without);
  }

  /** The same among the resources of a category and of those below it. */
  public static List<Suggestion> ofCategory(
      DraftOverlay overlay, EntityKey category, String query, Set<String> without) {
    List<EntitySummary> resources =
        resourcesOf(overlay, category).stream().flatMap(key -> overlay.find(key).stream()).toList();
    return find(overlay, resources, query, without);
  }

  /** The resources of a category and of those below it, by key. */
  public static Set<EntityKey> resourcesOf(DraftOverlay overlay, EntityKey category) {
    Set<EntityKey> categories = new TreeSet<>(overlay.hierarchy().descendants(category));
    categories.add(category);
    Set<EntityKey> resources = new TreeSet<>();
    for (EntityKey each : categories) {
      overlay.referencesTo(each).stream()
          .filter(reference -> reference.source().type() == EntityType.RESOURCE)
          .filter(reference -> reference.pointer().startsWith("/categor"))
          .forEach(reference -> resources.add(reference.source()));
    }
    return resources;
  }

  private static List<Suggestion> find(
      DraftOverlay overlay, List<EntitySummary> entities, String query, Set<String> without) {
    String wanted = fold(query.strip());
    List<Ranked> found = new ArrayList<>();
    for (EntitySummary entity : entities) {
      int rank =
          Math.min(rank(fold(entity.key().key()), wanted), rank(fold(entity.label()), wanted));
      if (rank != NO_MATCH
          && !without.contains(entity.key().key())
          && overlay.exists(entity.key())) {
        found.add(new Ranked(rank, entity));
      }
    }
    // Entities come sorted by key and the sort is stable.
    found.sort(Comparator.comparingInt(Ranked::rank));
    return found.stream()
        .limit(OFFERED)
        .map(ranked -> new Suggestion(ranked.entity().key(), ranked.entity().label()))
        .toList();
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static int rank(String text, String wanted) {
    int at = text.indexOf(wanted);
    if (at < 0) {
      return NO_MATCH;
    }
    if (at == 0) {
      return text.length() == wanted.length() ? 0 : 1;
    }
    return text.contains(" " + wanted) || text.contains("/" + wanted) ? 2 : 3;
  }
}
