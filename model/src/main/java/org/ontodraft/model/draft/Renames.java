package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;

/**
 * Which of a draft's created entities are deleted ones under another key, judged by what they hold,
 * as Git judges files. The facts of a document are its members but {@code id}, each item of a list
 * by itself. A created and a deleted entity of one type are one renamed when at least half of all
 * facts of the two are in both; the most alike pairs go first, and each entity is in one pair.
 * Immutable.
 */
final class Renames {
  static final Renames NONE = new Renames(Map.of(), Map.of());

  /** A fact that so many deleted entities hold suggests none of them; it still counts. */
  private static final int COMMON = 100;

  private final Map<EntityKey, EntityKey> from;
  private final Map<EntityKey, EntityKey> to;

  private Renames(Map<EntityKey, EntityKey> from, Map<EntityKey, EntityKey> to) {
    this.from = from;
    this.to = to;
  }

  private record Fact(String member, JsonNode value) {}

  private record Pair(EntityKey created, EntityKey deleted, double likeness) {
    static final Comparator<Pair> BEST_FIRST =
        Comparator.comparingDouble(Pair::likeness)
            .reversed()
            .thenComparing(Pair::created)
            .thenComparing(Pair::deleted);
  }

  /** The renames among these changed entities. */
  static Renames among(Collection<Overlaid> changes) {
    Map<EntityKey, Set<Fact>> deleted = new HashMap<>();
    Map<EntityKey, Set<Fact>> created = new HashMap<>();
    for (Overlaid entity : changes) {
      EntityDocument before = entity.base();
      EntityDocument after = entity.document();
      if (after == null && before != null) {
        deleted.put(entity.change().key(), facts(before));
      } else if (before == null && after != null) {
        created.put(entity.change().key(), facts(after));
      }
    }
    return deleted.isEmpty() || created.isEmpty() ? NONE : paired(candidates(created, deleted));
  }

  private static Set<Fact> facts(EntityDocument document) {
    Set<Fact> facts = new HashSet<>();
    document
        .json()
        .properties()
        .forEach(member -> {
          if (member.getValue().isArray()) {
            member.getValue().forEach(item -> facts.add(new Fact(member.getKey(), item)));
          } else if (!member.getKey().equals("id")) {
            facts.add(new Fact(member.getKey(), member.getValue()));
          }
        });
    return facts;
  }

  private static List<Pair> candidates(
      Map<EntityKey, Set<Fact>> created, Map<EntityKey, Set<Fact>> deleted) {
    Map<Fact, List<EntityKey>> holders = new HashMap<>();
    deleted.forEach((key, facts) ->
        facts.forEach(fact -> holders.computeIfAbsent(fact, f -> new ArrayList<>()).add(key)));
    List<Pair> pairs = new ArrayList<>();
    created.forEach((key, facts) -> {
      Set<EntityKey> alike = new TreeSet<>();
      for (Fact fact : facts) {
        List<EntityKey> holding = holders.getOrDefault(fact, List.of());
        if (holding.size() <= COMMON) {
          holding.stream().filter(other -> other.type() == key.type()).forEach(alike::add);
        }
      }
      for (EntityKey other : alike) {
        double likeness = likeness(facts, deleted.getOrDefault(other, Set.of()));
        if (likeness >= 0.5) {
          pairs.add(new Pair(key, other, likeness));
        }
      }
    });
    pairs.sort(Pair.BEST_FIRST);
    return pairs;
  }

  private static double likeness(Set<Fact> left, Set<Fact> right) {
    int both = 0;
    for (Fact fact : left) {
      both += right.contains(fact) ? 1 : 0;
    }
    return both / (double) (left.size() + right.size() - both);
  }

  private static Renames paired(List<Pair> bestFirst) {
    Map<EntityKey, EntityKey> from = new HashMap<>();
    Map<EntityKey, EntityKey> to = new HashMap<>();
    for (Pair pair : bestFirst) {
      if (!from.containsKey(pair.created()) && !to.containsKey(pair.deleted())) {
        from.put(pair.created(), pair.deleted());
        to.put(pair.deleted(), pair.created());
      }
    }
    return new Renames(from, to);
  }

  /** The deleted entity that a created one continues. */
  Optional<EntityKey> from(EntityKey created) {
    return Optional.ofNullable(from.get(created));
  }

  /** The created entity that continues a deleted one. */
  Optional<EntityKey> to(EntityKey deleted) {
    return Optional.ofNullable(to.get(deleted));
  }
}
