package org.ontodraft.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;

/**
 * Gathers entities until there are too many to show. Of those that would come together, what the
 * draft changes comes first.
 */
final class GraphWalk {
  /** How many may be looked through for the few that are wanted. */
  private static final int MAX_SEEN = 50_000;

  private final int limit;
  private final Predicate<EntityKey> wanted;
  private final Comparator<EntityKey> order;
  private final Set<EntityKey> seen = new HashSet<>();
  private final Set<EntityKey> shown = new LinkedHashSet<>();
  private final Set<EntityKey> beyond = new HashSet<>();

  GraphWalk(DraftOverlay view, int limit, Predicate<EntityKey> wanted) {
    this.limit = limit;
    this.wanted = wanted;
    this.order =
        Comparator.comparing((EntityKey key) -> view.change(key).isEmpty())
            .thenComparing(Comparator.naturalOrder());
  }

  /** Begins with this one, wanted or not. */
  void begin(EntityKey key) {
    seen.add(key);
    shown.add(key);
  }

  /** Takes these in, and says which of them are new and may be gone on from. */
  List<EntityKey> take(Collection<EntityKey> found) {
    List<EntityKey> fresh = new ArrayList<>();
    for (EntityKey key : found.stream().filter(seen::add).sorted(order).toList()) {
      if (!wanted.test(key)) {
        fresh.add(key);
      } else if (shown.size() < limit) {
        shown.add(key);
        fresh.add(key);
      } else {
        beyond.add(key);
      }
    }
    return fresh;
  }

  /**
   * Goes on from a key, level by level.
   *
   * @param depth how many levels
   */
  void spread(EntityKey from, int depth, Function<EntityKey, Stream<EntityKey>> next) {
    List<EntityKey> level = List.of(from);
    for (int i = 0; i < depth && !level.isEmpty() && seen.size() < MAX_SEEN; i++) {
      Set<EntityKey> found = new LinkedHashSet<>();
      for (EntityKey key : level) {
        next.apply(key).forEach(found::add);
        if (found.size() > MAX_SEEN) {
          break;
        }
      }
      level = take(found);
    }
  }

  boolean shows(EntityKey key) {
    return shown.contains(key);
  }

  Set<EntityKey> shown() {
    return shown;
  }

  /** Those that were met and found no room. */
  int beyond() {
    return beyond.size();
  }
}
