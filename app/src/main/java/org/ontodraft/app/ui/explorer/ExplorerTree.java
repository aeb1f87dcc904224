package org.ontodraft.app.ui.explorer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;

/**
 * What the tree shows of an ontology: categories by inheritance, under each of their parents, the
 * other types as lists. Immutable; made off the FX thread, read on it, one level at a time.
 */
final class ExplorerTree {
  /** So many rows are opened to show what a filter found; the rest opens by hand. */
  private static final int OPENED_BY_FILTER = 500;

  private final ExplorerIndex index;
  private final Map<EntityKey, Severity> worst;
  private final boolean filtered;

  /** What the filter finds; empty without a filter. */
  private final Set<EntityKey> matches;

  /** What is shown: the matches and what leads to them; empty without a filter. */
  private final Set<EntityKey> kept;

  private ExplorerTree(ExplorerIndex index, Collection<Finding> findings, String filter) {
    this.index = index;
    this.worst = worst(findings);
    this.filtered = !filter.isBlank();
    this.matches = filtered ? index.matching(filter) : Set.of();
    this.kept = index.withAncestors(matches);
  }

  /** The tree of an ontology; with a filter, of what it finds. */
  static ExplorerTree of(DraftOverlay view, Collection<Finding> findings, String filter) {
    return of(ExplorerIndex.of(view), findings, filter);
  }

  /** The tree over an index that is there already. */
  static ExplorerTree of(ExplorerIndex index, Collection<Finding> findings, String filter) {
    return new ExplorerTree(index, findings, filter);
  }

  /** The types that have entities, in their order; with a filter, those that have matches. */
  List<ExplorerNode.Section> sections() {
    List<ExplorerNode.Section> sections = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      int count =
          filtered
              ? (int) matches.stream().filter(key -> key.type() == type).count()
              : index.count(type);
      if (count > 0) {
        sections.add(new ExplorerNode.Section(type, count, index.changed(type)));
      }
    }
    return sections;
  }

  /** The rows below a row, by label. */
  List<ExplorerNode.Entity> children(ExplorerNode node) {
    return switch (node) {
      case ExplorerNode.Section section -> nodes(node.place(), index.tops(section.type()));
      case ExplorerNode.Entity entity ->
          entity.leaf() ? List.of() : nodes(entity.place(), index.children(entity.key()));
    };
  }

  /** One place of an entity: the way down by first parents; empty when it is not shown. */
  List<EntityKey> pathTo(EntityKey key) {
    if (!index.has(key) || !shown(key)) {
      return List.of();
    }
    Deque<EntityKey> path = new ArrayDeque<>();
    Set<EntityKey> seen = new HashSet<>();
    EntityKey at = key;
    while (at != null && seen.add(at)) {
      path.addFirst(at);
      List<EntityKey> up = index.parents(at);
      at = up.isEmpty() || index.tops(at.type()).contains(at) ? null : up.getFirst();
    }
    return List.copyOf(path);
  }

  /** The rows to open so that what the filter found is seen; none without a filter. */
  Set<ExplorerNode.Place> openedByFilter() {
    Set<ExplorerNode.Place> opened = new LinkedHashSet<>();
    if (!filtered) {
      return opened;
    }
    int rows = 0;
    Deque<ExplorerNode> waiting = new ArrayDeque<>(sections());
    while (!waiting.isEmpty() && rows < OPENED_BY_FILTER) {
      ExplorerNode node = waiting.removeFirst();
      opened.add(node.place());
      for (ExplorerNode.Entity child : children(node)) {
        rows++;
        if (!child.leaf()) {
          waiting.addLast(child);
        }
      }
    }
    return opened;
  }

  /** How many entities the filter found. */
  int matchCount() {
    return matches.size();
  }

  /** Whether a filter is on. */
  boolean filtered() {
    return filtered;
  }

  private boolean shown(EntityKey key) {
    return !filtered || kept.contains(key);
  }

  private List<ExplorerNode.Entity> nodes(ExplorerNode.Place place, List<EntityKey> keys) {
    List<ExplorerNode.Entity> nodes = new ArrayList<>();
    for (EntityKey key : keys) {
      if (shown(key)) {
        nodes.add(node(place, key));
      }
    }
    return nodes;
  }

  private ExplorerNode.Entity node(ExplorerNode.Place above, EntityKey key) {
    boolean loop = above.path().contains(key);
    boolean leaf = loop || index.children(key).stream().noneMatch(this::shown);
    return new ExplorerNode.Entity(
        above.below(key),
        key,
        index.label(key),
        index.status(key),
        index.deleted(key),
        index.renamedFrom(key).orElse(null),
        worst.get(key),
        leaf ? 0 : index.changedBelow(key),
        loop,
        filtered && !matches.contains(key),
        leaf);
  }

  private static Map<EntityKey, Severity> worst(Collection<Finding> findings) {
    Map<EntityKey, Severity> worst = new HashMap<>();
    for (Finding finding : findings) {
      worst.merge(
          finding.key(),
          finding.severity(),
          (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
    return worst;
  }
}
