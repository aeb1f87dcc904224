package org.ontodraft.model.overlap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ontodraft.model.entity.EntityKey;

/**
 * An entity that two people change in the same place.
 *
 * @param shared what both touch; never empty
 */
public record Overlap(EntityKey key, Touch shared) {

  /** Where two sets of changes meet, by key; the order of the two does not matter. */
  public static List<Overlap> between(Map<EntityKey, Touch> one, Map<EntityKey, Touch> other) {
    boolean oneIsSmaller = one.size() <= other.size();
    Map<EntityKey, Touch> few = oneIsSmaller ? one : other;
    Map<EntityKey, Touch> many = oneIsSmaller ? other : one;
    List<Overlap> found = new ArrayList<>();
    new TreeMap<>(few)
        .forEach((key, touch) -> {
          Touch theirs = many.get(key);
          if (theirs != null) {
            Touch shared = touch.and(theirs);
            if (!shared.isEmpty()) {
              found.add(new Overlap(key, shared));
            }
          }
        });
    return found;
  }
}
