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
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.explorer.ExplorerFilter.Trait;
import org.ontodraft.app.ui.explorer.ExplorerNode.Heading;
import org.ontodraft.app.ui.explorer.ExplorerNode.Place;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;

/**
 * What the tree shows of an ontology: categories by inheritance, under each of their parents, the
 * other types as lists; or what modules and bundles have. Immutable; made off the FX thread, read
 * on it, one level at a time.
 */
final class ExplorerTree {
  /** So many rows are opened to show what a filter found; the rest opens by hand. */
  private static final int OPENED_BY_FILTER = 500;

  private final ExplorerIndex index;
  private final ModuleMembers members;
  private final ExplorerGrouping grouping;
  private final Map<EntityKey, Severity> worst;
  private final boolean filtered;

  /** What the filter finds; empty without a filter. */
  private final Set<EntityKey> matches;

  /** What is shown: the matches and what leads to them; empty without a filter. */
  private final Set<EntityKey> kept;

  private ExplorerTree(
      ExplorerIndex index,
      ModuleMembers members,
      Collection<Finding> findings,
      ExplorerGrouping grouping,
      ExplorerFilter filter) {
    this.index = index;
    this.members = members;
    this.grouping = grouping;
    this.worst = worst(findings);
    this.filtered = !filter.isNone();
    this.matches = filtered ? matches(filter) : Set.of();
    this.kept = withAncestors(matches);
  }

  /** The tree of an ontology by types; with a filter, of what it finds. */
  static ExplorerTree of(DraftOverlay view, Collection<Finding> findings, String filter) {
    ExplorerIndex index = ExplorerIndex.of(view);
    return of(
        index,
        new ModuleMembers(index),
        findings,
        ExplorerGrouping.TYPE,
        ExplorerFilter.ofText(filter));
  }

  /** The tree over an index that is there already. */
  static ExplorerTree of(
      ExplorerIndex index,
      ModuleMembers members,
      Collection<Finding> findings,
      ExplorerGrouping grouping,
      ExplorerFilter filter) {
    return new ExplorerTree(index, members, findings, grouping, filter);
  }

  private Set<EntityKey> matches(ExplorerFilter filter) {
    Set<EntityKey> found =
        new HashSet<>(filter.text().isBlank() ? index.all() : index.matching(filter.text()));
    filter.type().ifPresent(type -> found.removeIf(key -> key.type() != type));
    filter.module().ifPresent(module -> found.retainAll(new HashSet<>(members.of(module))));
    if (!filter.traits().isEmpty()) {
      found.removeIf(key -> filter.traits().stream().noneMatch(trait -> is(trait, key)));
    }
    return found;
  }

  private boolean is(Trait trait, EntityKey key) {
    return switch (trait) {
      case CHANGED -> index.view().change(key).isPresent();
      case AFFECTED -> index.affected(key);
      case FINDINGS -> worst.containsKey(key);
    };
  }

  /** How many entities a trait holds of, whatever is filtered. */
  int count(Trait trait) {
    return switch (trait) {
      case CHANGED -> index.view().changes().size();
      case AFFECTED -> index.affectedCount();
      case FINDINGS -> worst.size();
    };
  }

  /** The modules, by label. */
  List<EntityKey> modules() {
    return index.tops(EntityType.MODULE);
  }

  /** What an entity is called. */
  String label(EntityKey key) {
    return index.label(key);
  }

  /** The headings that have entities, in their order; with a filter, those that have matches. */
  List<ExplorerNode.Section> sections() {
    List<ExplorerNode.Section> sections = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      boolean wanted =
          switch (grouping) {
            case TYPE -> true;
            case MODULE -> type == EntityType.MODULE;
            case BUNDLE -> type == EntityType.BUNDLE;
          };
      int count = filtered ? matching(type) : index.count(type);
      boolean leads =
          grouping != ExplorerGrouping.TYPE && tops(type).stream().anyMatch(this::shown);
      if (wanted && (count > 0 || leads)) {
        sections.add(
            new ExplorerNode.Section(new Heading.OfType(type), count, index.changed(type)));
      }
    }
    if (grouping != ExplorerGrouping.TYPE) {
      List<EntityKey> loose = members.loose(grouping);
      int count = (int) loose.stream().filter(this::shown).count();
      int changed =
          (int) loose.stream().filter(key -> index.view().change(key).isPresent()).count();
      if (count > 0) {
        sections.add(new ExplorerNode.Section(new Heading.Loose(), count, changed));
      }
    }
    return sections;
  }

  private int matching(EntityType type) {
    return (int) matches.stream().filter(key -> key.type() == type).count();
  }

  private List<EntityKey> tops(EntityType type) {
    return index.tops(type);
  }

  /** The rows below a row, by label. */
  List<ExplorerNode.Entity> children(ExplorerNode node) {
    return switch (node) {
      case ExplorerNode.Section section ->
          nodes(
              node.place(),
              switch (section.heading()) {
                case Heading.OfType(EntityType type) -> tops(type);
                case Heading.Loose loose -> members.loose(grouping);
              });
      case ExplorerNode.Entity entity ->
          entity.leaf() ? List.of() : nodes(entity.place(), below(entity.key()));
    };
  }

  /**
   * The rows below a row of this tree or of one that it replaces in place; the headings for none.
   */
  List<? extends ExplorerNode> below(@Nullable ExplorerNode node) {
    return switch (node) {
      case null -> sections();
      case ExplorerNode.Section section -> children(section);
      case ExplorerNode.Entity entity -> {
        List<EntityKey> path = entity.place().path();
        Place above = new Place(entity.place().heading(), path.subList(0, path.size() - 1));
        yield children(node(above, entity.key()));
      }
    };
  }

  /** Whether the rows of another tree can stay, but for what changed. */
  boolean replacesInPlace(@Nullable ExplorerTree other) {
    return other != null && !filtered && !other.filtered && other.grouping == grouping;
  }

  private List<EntityKey> below(EntityKey key) {
    if (grouping == ExplorerGrouping.TYPE) {
      return index.children(key);
    }
    boolean owner =
        key.type() == EntityType.MODULE
            || grouping == ExplorerGrouping.BUNDLE && key.type() == EntityType.BUNDLE;
    return owner ? members.of(key) : List.of();
  }

  private List<EntityKey> above(EntityKey key) {
    if (grouping == ExplorerGrouping.TYPE) {
      return index.parents(key);
    }
    boolean listed = grouping == ExplorerGrouping.BUNDLE || key.type() != EntityType.MODULE;
    return listed ? members.owners(key) : List.of();
  }

  private boolean top(EntityKey key) {
    return grouping == ExplorerGrouping.TYPE ? index.top(key) : above(key).isEmpty();
  }

  private Heading headingOf(EntityKey top) {
    boolean own =
        switch (grouping) {
          case TYPE -> true;
          case MODULE -> top.type() == EntityType.MODULE;
          case BUNDLE -> top.type() == EntityType.BUNDLE;
        };
    return own ? new Heading.OfType(top.type()) : new Heading.Loose();
  }

  private Set<EntityKey> withAncestors(Collection<EntityKey> keys) {
    Set<EntityKey> all = new HashSet<>();
    Deque<EntityKey> waiting = new ArrayDeque<>(keys);
    while (!waiting.isEmpty()) {
      EntityKey key = waiting.removeFirst();
      if (all.add(key)) {
        waiting.addAll(above(key));
      }
    }
    return all;
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
      List<EntityKey> up = above(at);
      at = up.isEmpty() || top(at) ? null : up.getFirst();
    }
    return List.copyOf(path);
  }

  /** The place that {@link #pathTo} leads to. */
  Place placeOf(List<EntityKey> path) {
    return new Place(headingOf(path.getFirst()), path);
  }

  /** Every place of an entity, up to the most that are listed. */
  Occurrences occurrences(EntityKey key) {
    if (!index.has(key) || !shown(key)) {
      return Occurrences.NONE;
    }
    List<Place> places = new ArrayList<>();
    Deque<List<EntityKey>> waiting = new ArrayDeque<>();
    waiting.push(List.of(key));
    // Ways that lead into a cycle end nowhere; so many steps are taken to find the others.
    int steps = 10_000;
    while (!waiting.isEmpty() && places.size() < Occurrences.MOST_SHOWN && steps-- > 0) {
      List<EntityKey> path = waiting.pop();
      EntityKey first = path.getFirst();
      if (top(first)) {
        places.add(placeOf(path));
      }
      for (EntityKey parent : above(first).reversed()) {
        if (!path.contains(parent)) {
          List<EntityKey> longer = new ArrayList<>(path.size() + 1);
          longer.add(parent);
          longer.addAll(path);
          waiting.push(longer);
        }
      }
    }
    boolean more = places.size() == Occurrences.MOST_SHOWN;
    boolean counted = more && grouping == ExplorerGrouping.TYPE && !index.deleted(key);
    long total = counted ? index.view().hierarchy().pathsToRoots(key).total() : places.size();
    return new Occurrences(places, Math.max(total, places.size()));
  }

  /** The rows to open so that what the filter found is seen; none without a filter. */
  Set<Place> openedByFilter() {
    Set<Place> opened = new LinkedHashSet<>();
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

  /** By what its rows lie below each other. */
  ExplorerGrouping grouping() {
    return grouping;
  }

  /** Whether a filter is on. */
  boolean filtered() {
    return filtered;
  }

  private boolean shown(EntityKey key) {
    return !filtered || kept.contains(key);
  }

  private List<ExplorerNode.Entity> nodes(Place place, List<EntityKey> keys) {
    List<ExplorerNode.Entity> nodes = new ArrayList<>();
    for (EntityKey key : keys) {
      if (shown(key)) {
        nodes.add(node(place, key));
      }
    }
    return nodes;
  }

  private ExplorerNode.Entity node(Place above, EntityKey key) {
    boolean loop = above.path().contains(key);
    boolean leaf = loop || below(key).stream().noneMatch(this::shown);
    return new ExplorerNode.Entity(
        above.below(key),
        key,
        index.label(key),
        index.status(key),
        index.affected(key),
        index.deleted(key),
        index.renamedFrom(key).orElse(null),
        worst.get(key),
        leaf ? 0 : changedBelow(key),
        Math.max(0, above(key).size() - 1),
        loop,
        filtered && !matches.contains(key),
        leaf);
  }

  private int changedBelow(EntityKey key) {
    return grouping == ExplorerGrouping.TYPE
        ? index.changedBelow(key)
        : (int) changedMembers(key).stream().distinct().count();
  }

  private List<EntityKey> changedMembers(EntityKey key) {
    List<EntityKey> changed = new ArrayList<>();
    for (EntityKey below : below(key)) {
      if (index.view().change(below).isPresent()) {
        changed.add(below);
      }
      changed.addAll(changedMembers(below));
    }
    return changed;
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
