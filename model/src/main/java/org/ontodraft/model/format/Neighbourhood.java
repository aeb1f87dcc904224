package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The files among which one can stand in the way of another: those of one key, in whatever format,
 * letter case and Unicode form.
 */
final class Neighbourhood {
  private static final int NOT_ASCII = 0x80;

  private Neighbourhood() {}

  /** The neighbourhood of an entity's file or page; empty for any other path. */
  static Optional<String> of(String path) {
    return RepositoryLayout.entityOf(path).map(Neighbourhood::of);
  }

  private static String of(EntityKey key) {
    return key.type().folder() + "/" + PathFolding.fold(key.key());
  }

  /** The entities of a neighbourhood, among all of its type sorted by key. */
  static List<EntitySummary> in(String neighbourhood, OntologyView ontology) {
    int slash = neighbourhood.indexOf('/');
    EntityType type = EntityType.ofFolder(neighbourhood.substring(0, slash)).orElseThrow();
    List<EntitySummary> found = new ArrayList<>();
    new Descent(ontology.entities(type), neighbourhood.substring(slash + 1), found).go();
    return found;
  }

  /**
   * Goes down the sorted keys letter by letter, in each case that is there. Folding every key would
   * cost as much as the ontology is large.
   */
  private record Descent(List<EntitySummary> sorted, String folded, List<EntitySummary> found) {
    void go() {
      descend(0, sorted.size(), 0);
    }

    /** The keys from one place to before another begin with what folds to this much of the key. */
    private void descend(int from, int to, int depth) {
      if (from == to) {
        return;
      }
      if (depth < folded.length() && folded.charAt(depth) >= NOT_ASCII) {
        takeEqual(from, to); // a letter and its accent may be two characters or one
        return;
      }
      int foreign = firstAtLeast(from, to, depth, NOT_ASCII);
      takeEqual(foreign, to); // some letters fold to ASCII, such as the sign of Kelvin
      if (depth == folded.length()) {
        takeEqual(from, firstAtLeast(from, foreign, depth, 0));
        return;
      }
      char lower = folded.charAt(depth);
      char upper = Character.toUpperCase(lower);
      descendAt(from, foreign, depth, lower);
      if (upper != lower) {
        descendAt(from, foreign, depth, upper);
      }
    }

    private void descendAt(int from, int to, int depth, char letter) {
      int first = firstAtLeast(from, to, depth, letter);
      descend(first, firstAtLeast(first, to, depth, letter + 1), depth + 1);
    }

    private void takeEqual(int from, int to) {
      for (EntitySummary entity : sorted.subList(from, to)) {
        if (PathFolding.fold(entity.key().key()).equals(folded)) {
          found.add(entity);
        }
      }
    }

    /** The first place whose key has at least this character there; a key that ends has none. */
    private int firstAtLeast(int from, int to, int depth, int character) {
      int low = from;
      int high = to;
      while (low < high) {
        int middle = (low + high) >>> 1;
        String key = sorted.get(middle).key().key();
        if (key.length() > depth && key.charAt(depth) >= character) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }
  }
}
