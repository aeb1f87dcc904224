package org.ontodraft.model.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.node.ObjectNode;

/** In what two drafts differ. */
final class DraftDifference {
  private static final List<String> PROSE = List.of("label", "description");

  private DraftDifference() {}

  /** The entities to which two drafts do something else, sorted. */
  static Set<EntityKey> between(DraftOverlay one, DraftOverlay other) {
    Map<EntityKey, DraftChange> before = byKey(one);
    Map<EntityKey, DraftChange> after = byKey(other);
    Set<EntityKey> differing = new TreeSet<>(before.keySet());
    differing.addAll(after.keySet());
    differing.removeIf(key -> same(before.get(key), after.get(key)));
    return differing;
  }

  private static boolean same(@Nullable DraftChange left, @Nullable DraftChange right) {
    return left == right || left != null && left.equals(right);
  }

  private static Map<EntityKey, DraftChange> byKey(DraftOverlay overlay) {
    Map<EntityKey, DraftChange> changes = new HashMap<>();
    overlay.changes().forEach(change -> changes.put(change.key(), change));
    return changes;
  }

  /** Whether both have an entity, and it differs in nothing but its label and description. */
  static boolean isProse(EntityKey key, DraftOverlay one, DraftOverlay other) {
    EntityDocument before = one.effectiveDocument(key);
    EntityDocument after = other.effectiveDocument(key);
    return before != null && after != null && withoutProse(before).equals(withoutProse(after));
  }

  private static ObjectNode withoutProse(EntityDocument document) {
    return document.json().objectNode().setAll(document.json()).without(PROSE);
  }
}
