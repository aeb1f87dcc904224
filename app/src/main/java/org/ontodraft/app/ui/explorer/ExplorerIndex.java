package org.ontodraft.app.ui.explorer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.search.Ranking;
import org.ontodraft.model.search.SearchQuery;

/**
 * How the entities of an ontology lie below each other, whatever is filtered, and what the draft
 * does to them: made for each state of the ontology, off the FX thread. Immutable.
 */
final class ExplorerIndex {
  private final DraftOverlay view;

  /** That of the base and, over it, that of the draft. */
  private final ExplorerLayout baseLayout;

  private final ExplorerLayout layout;
  private final Map<EntityKey, Integer> changedBelow = new HashMap<>();

  /** Of changed and affected entities; worked out here, since it walks the categories. */
  private final Map<EntityKey, EntityStatus> statuses = new HashMap<>();

  private final Set<EntityKey> affected = new HashSet<>();

  /** Labels and keys in small letters, once somebody filters. */
  private volatile @Nullable Map<EntityKey, String> searched;

  private ExplorerIndex(DraftOverlay view, @Nullable ExplorerIndex before) {
    this.view = view;
    this.baseLayout =
        before != null && before.baseLayout.isOf(view.base())
            ? before.baseLayout
            : ExplorerLayout.of(view.base());
    this.layout = baseLayout.with(view, before == null ? null : before.layout);
    view.effects()
        .forEach(effect -> {
          statuses.put(effect.category(), EntityStatus.AFFECTED);
          affected.add(effect.category());
        });
    view.changes().forEach(change -> statuses.put(change.key(), view.status(change.key())));
    countChanges();
  }

  /** The index of an ontology. */
  static ExplorerIndex of(DraftOverlay view) {
    return new ExplorerIndex(view, null);
  }

  /** The index of another state of the ontology; what it shares with this one is not made again. */
  ExplorerIndex with(DraftOverlay next) {
    return new ExplorerIndex(next, this);
  }

  /** The ontology. */
  DraftOverlay view() {
    return view;
  }

  /** What an entity is called. */
  String label(EntityKey key) {
    return layout.label(key);
  }

  /** What the draft does to an entity. */
  EntityStatus status(EntityKey key) {
    return statuses.getOrDefault(key, EntityStatus.UNCHANGED);
  }

  /** Whether it inherits something else than at the base, changed itself or not. */
  boolean affected(EntityKey key) {
    return affected.contains(key);
  }

  /** How many entities inherit something else than at the base. */
  int affectedCount() {
    return affected.size();
  }

  /** Every entity. */
  Set<EntityKey> all() {
    Set<EntityKey> all = new HashSet<>();
    layout.forEach((key, label) -> all.add(key));
    return all;
  }

  /** Whether it stands directly below its type's heading. */
  boolean top(EntityKey key) {
    return layout.top(key);
  }

  /** Whether the draft deletes it; it is shown all the same. */
  boolean deleted(EntityKey key) {
    return has(key) && !view.exists(key);
  }

  /** The key an entity had before the draft renamed it. */
  Optional<EntityKey> renamedFrom(EntityKey key) {
    return status(key) == EntityStatus.RENAMED ? view.renamedFrom(key) : Optional.empty();
  }

  /** Whether there is such an entity. */
  boolean has(EntityKey key) {
    return layout.has(key);
  }

  /** How many entities of a type there are. */
  int count(EntityType type) {
    return layout.count(type);
  }

  /** What stands directly below a type's heading, by label. */
  List<EntityKey> tops(EntityType type) {
    return layout.tops(type);
  }

  /** The categories that have this one as a parent, by label. */
  List<EntityKey> children(EntityKey key) {
    return layout.children(key);
  }

  /** The parents a category has in the tree, in the order it lists them. */
  List<EntityKey> parents(EntityKey key) {
    return layout.parents(key);
  }

  /** How many changed entities are below, each counted once. */
  int changedBelow(EntityKey key) {
    return changedBelow.getOrDefault(key, 0);
  }

  /** How many entities of a type the draft changes. */
  int changed(EntityType type) {
    return (int) view.changes().stream().filter(change -> change.key().type() == type).count();
  }

  /**
   * The entities whose label and id together hold every one of these words; where there is none,
   * those that nearly do.
   */
  Set<EntityKey> matching(String words) {
    String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
    Set<EntityKey> found = new HashSet<>();
    searchedTexts()
        .forEach((key, text) -> {
          boolean all = true;
          for (String word : wanted) {
            all = all && text.contains(word);
          }
          if (all) {
            found.add(key);
          }
        });
    if (found.isEmpty()) {
      Ranking nearly = new Ranking(SearchQuery.of(words));
      layout.forEach((key, label) -> {
        if (nearly.names(key, label).isPresent()) {
          found.add(key);
        }
      });
    }
    return found;
  }

  /** Two threads may both work them out the first time; they get the same answer. */
  private Map<EntityKey, String> searchedTexts() {
    Map<EntityKey, String> known = searched;
    if (known == null) {
      Map<EntityKey, String> texts = new HashMap<>();
      layout.forEach(
          (key, label) -> texts.put(key, (label + " " + key.key()).toLowerCase(Locale.ROOT)));
      searched = texts;
      known = texts;
    }
    return known;
  }

  /** These entities and everything above them. */
  Set<EntityKey> withAncestors(Collection<EntityKey> keys) {
    Set<EntityKey> all = new HashSet<>();
    Deque<EntityKey> waiting = new ArrayDeque<>(keys);
    while (!waiting.isEmpty()) {
      EntityKey key = waiting.removeFirst();
      if (all.add(key)) {
        waiting.addAll(parents(key));
      }
    }
    return all;
  }

  private void countChanges() {
    for (DraftChange change : view.changes()) {
      Set<EntityKey> above = withAncestors(List.of(change.key()));
      above.remove(change.key());
      above.forEach(ancestor -> changedBelow.merge(ancestor, 1, Integer::sum));
    }
  }
}
