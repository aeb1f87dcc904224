package org.ontodraft.model.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * What modules and bundles bring with them: what they list, and what comes along with that (see
 * {@link Membership}). That of a draft is kept as the difference from its base's. Immutable.
 */
final class Coverage {
  private final Set<EntityKey> base;
  private final Set<EntityKey> gained;
  private final Set<EntityKey> lost;

  private Coverage(Set<EntityKey> base, Set<EntityKey> gained, Set<EntityKey> lost) {
    this.base = base;
    this.gained = gained;
    this.lost = lost;
  }

  /** All that is covered in a view. */
  static Coverage of(CheckedView view) {
    Set<EntityKey> covered = new HashSet<>();
    Deque<EntityKey> queue = new ArrayDeque<>();
    for (EntityType type : List.of(EntityType.MODULE, EntityType.BUNDLE)) {
      for (EntityKey owner : view.entities(type)) {
        for (EntityKey member : brought(owner, view)) {
          if (view.exists(member) && covered.add(member)) {
            queue.add(member);
          }
        }
      }
    }
    while (!queue.isEmpty()) {
      for (EntityKey along : brought(queue.remove(), view)) {
        if (view.exists(along) && covered.add(along)) {
          queue.add(along);
        }
      }
    }
    return new Coverage(covered, Set.of(), Set.of());
  }

  /** What an entity lists as members, or what comes along with it. */
  private static Set<EntityKey> brought(EntityKey entity, CheckedView view) {
    if (!view.exists(entity)) {
      return Set.of();
    }
    Set<EntityKey> brought = new HashSet<>(Membership.alongWith(entity, view));
    for (EntityReference reference : view.referencesFrom(entity)) {
      if (Membership.isMember(reference)) {
        brought.add(reference.target());
      }
    }
    return brought;
  }

  /** Whether an entity is brought by anything. */
  boolean covers(EntityKey key) {
    return gained.contains(key) || base.contains(key) && !lost.contains(key);
  }

  /** The entities that one of two drafts on the same base covers and the other does not. */
  Set<EntityKey> differing(Coverage other) {
    Set<EntityKey> differing = new HashSet<>(gained);
    differing.addAll(lost);
    differing.addAll(other.gained);
    differing.addAll(other.lost);
    differing.removeIf(key -> covers(key) == other.covers(key));
    return differing;
  }

  /**
   * The coverage after some entities changed. Only what they bring, or brought, is looked at, and
   * what that brings in turn as far as it is covered otherwise than before.
   *
   * @param before the view that this is the coverage of
   */
  Coverage with(CheckedView before, CheckedView after, Set<EntityKey> changed) {
    return new Change(before, after, changed).coverage();
  }

  private final class Change {
    private final CheckedView before;
    private final CheckedView after;
    private final Set<EntityKey> changed;
    private final Set<EntityKey> nowGained = new HashSet<>(gained);
    private final Set<EntityKey> nowLost = new HashSet<>(lost);
    private final Deque<EntityKey> queue = new ArrayDeque<>();
    private final Set<EntityKey> denied = new HashSet<>();

    Change(CheckedView before, CheckedView after, Set<EntityKey> changed) {
      this.before = before;
      this.after = after;
      this.changed = changed;
    }

    Coverage coverage() {
      for (EntityKey key : changed) {
        if (before.exists(key) == after.exists(key)
            && before.referencesFrom(key).equals(after.referencesFrom(key))) {
          continue;
        }
        queue.add(key);
        Set<EntityKey> was = brought(key, before);
        Set<EntityKey> is = brought(key, after);
        was.stream().filter(target -> !is.contains(target)).forEach(queue::add);
        is.stream().filter(target -> !was.contains(target)).forEach(queue::add);
      }
      while (!queue.isEmpty()) {
        EntityKey key = queue.remove();
        boolean covered = after.exists(key) && isBrought(key);
        if (!covered) {
          denied.add(key);
        }
        if (covered != isCovered(key)) {
          set(key, covered);
          queue.addAll(brought(key, before));
          queue.addAll(brought(key, after));
          if (covered) {
            // The way of one that was denied may lead through this one.
            queue.addAll(denied);
            denied.clear();
          }
        }
      }
      return new Coverage(base, Set.copyOf(nowGained), Set.copyOf(nowLost));
    }

    private boolean isCovered(EntityKey key) {
      return nowGained.contains(key) || base.contains(key) && !nowLost.contains(key);
    }

    private void set(EntityKey key, boolean covered) {
      nowGained.remove(key);
      nowLost.remove(key);
      if (covered != base.contains(key)) {
        (covered ? nowGained : nowLost).add(key);
      }
    }

    /**
     * Whether a way leads up to a list. Only what is covered so far, or changed, can be on it; when
     * something else becomes covered, whoever was denied is looked at again.
     */
    private boolean isBrought(EntityKey entity) {
      Set<EntityKey> seen = new HashSet<>(Set.of(entity));
      Deque<EntityKey> above = new ArrayDeque<>(List.of(entity));
      while (!above.isEmpty()) {
        EntityKey next = above.remove();
        for (EntityReference reference : after.referencesTo(next)) {
          if (Membership.isMember(reference)) {
            return true;
          }
          if (Membership.comesAlong(reference)) {
            climb(reference.source(), seen, above);
          }
        }
        if (next.type() == EntityType.RESOURCE) {
          after.categoriesOf(next).forEach(category -> climb(category, seen, above));
        }
      }
      return false;
    }

    private void climb(EntityKey entity, Set<EntityKey> seen, Deque<EntityKey> above) {
      if ((isCovered(entity) || changed.contains(entity)) && seen.add(entity)) {
        above.add(entity);
      }
    }
  }
}
