package org.ontodraft.model.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.JsonNode;

/**
 * Which created entities are deleted ones under another key, judged by what they hold, as Git
 * judges files. The facts of a document are its members but {@code id}, each item of a list by
 * itself. A created and a deleted entity of one type are one renamed when at least half of all
 * facts of the two are in both; the most alike pairs go first, then those first by key, and each
 * entity is in one pair. Immutable; the same input gives the same pairs.
 */
public final class RenameDetection {
  /** Nothing is renamed. */
  public static final RenameDetection NONE = new RenameDetection(new TreeMap<>(), Map.of());

  /** A fact that so many deleted entities hold suggests none of them; it still counts. */
  private static final int COMMON = 100;

  /** With so many deleted entities to compare a created one with, its commoner facts add none. */
  private static final int ENOUGH_CANDIDATES = 100;

  private static final double RENAMED_FROM = 0.5;

  private final SortedMap<EntityKey, EntityKey> to;
  private final Map<EntityKey, EntityKey> from;

  private RenameDetection(SortedMap<EntityKey, EntityKey> to, Map<EntityKey, EntityKey> from) {
    this.to = Collections.unmodifiableSortedMap(to);
    this.from = from;
  }

  private record Fact(String member, JsonNode value) {}

  private record Pair(EntityKey created, EntityKey deleted, double likeness) {
    static final Comparator<Pair> BEST_FIRST =
        Comparator.comparingDouble(Pair::likeness)
            .reversed()
            .thenComparing(Pair::created)
            .thenComparing(Pair::deleted);
  }

  /** The renames among entities that are gone, as they last were, and new ones. */
  public static RenameDetection between(
      Map<EntityKey, EntityDocument> deleted, Map<EntityKey, EntityDocument> created) {
    List<Pair> pairs = new ArrayList<>();
    Map<EntityType, Candidates> byType = new EnumMap<>(EntityType.class);
    created.forEach((key, document) -> {
      Candidates candidates =
          byType.computeIfAbsent(key.type(), type -> Candidates.of(type, deleted));
      pairs.addAll(candidates.alike(key, facts(document)));
    });
    return pairs.isEmpty() ? NONE : paired(pairs);
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

  /** The deleted entities of one type. */
  private record Candidates(Map<EntityKey, Set<Fact>> held, Map<Fact, List<EntityKey>> holders) {
    static Candidates of(EntityType type, Map<EntityKey, EntityDocument> deleted) {
      Map<EntityKey, Set<Fact>> held = new HashMap<>();
      Map<Fact, List<EntityKey>> holders = new HashMap<>();
      deleted.forEach((key, document) -> {
        if (key.type() == type) {
          Set<Fact> facts = facts(document);
          held.put(key, facts);
          facts.forEach(fact -> holders.computeIfAbsent(fact, f -> new ArrayList<>()).add(key));
        }
      });
      return new Candidates(held, holders);
    }

    List<Pair> alike(EntityKey created, Set<Fact> facts) {
      List<Pair> pairs = new ArrayList<>();
      for (EntityKey deleted : candidates(facts)) {
        double likeness = likeness(facts, held.getOrDefault(deleted, Set.of()));
        if (likeness >= RENAMED_FROM) {
          pairs.add(new Pair(created, deleted, likeness));
        }
      }
      return pairs;
    }

    /** Rare facts say most, so they name candidates first, all that equally many hold at once. */
    private Set<EntityKey> candidates(Set<Fact> facts) {
      SortedMap<Integer, List<List<EntityKey>>> byRarity = new TreeMap<>();
      for (Fact fact : facts) {
        List<EntityKey> holding = holders.getOrDefault(fact, List.of());
        if (holding.size() <= COMMON) {
          byRarity.computeIfAbsent(holding.size(), size -> new ArrayList<>()).add(holding);
        }
      }
      Set<EntityKey> candidates = new TreeSet<>();
      for (List<List<EntityKey>> equallyRare : byRarity.values()) {
        equallyRare.forEach(candidates::addAll);
        if (candidates.size() >= ENOUGH_CANDIDATES) {
          break;
        }
      }
      return candidates;
    }
  }

  private static double likeness(Set<Fact> left, Set<Fact> right) {
    int both = 0;
    for (Fact fact : left) {
      both += right.contains(fact) ? 1 : 0;
    }
    return both / (double) (left.size() + right.size() - both);
  }

  private static RenameDetection paired(List<Pair> pairs) {
    pairs.sort(Pair.BEST_FIRST);
    SortedMap<EntityKey, EntityKey> to = new TreeMap<>();
    Map<EntityKey, EntityKey> from = new HashMap<>();
    for (Pair pair : pairs) {
      if (!from.containsKey(pair.created()) && !to.containsKey(pair.deleted())) {
        from.put(pair.created(), pair.deleted());
        to.put(pair.deleted(), pair.created());
      }
    }
    return new RenameDetection(to, from);
  }

  /** The pairs, from the deleted key to the created one. */
  public SortedMap<EntityKey, EntityKey> pairs() {
    return to;
  }

  /** The deleted entity that a created one continues. */
  public Optional<EntityKey> from(EntityKey created) {
    return Optional.ofNullable(from.get(created));
  }

  /** The created entity that continues a deleted one. */
  public Optional<EntityKey> to(EntityKey deleted) {
    return Optional.ofNullable(to.get(deleted));
  }
}
