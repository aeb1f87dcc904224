package org.ontodraft.model.graph;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityKey;

/** Finds the node that lies in a direction: a linked one if there is any, else any other. */
public enum Compass {
  LEFT(-1, 0),
  RIGHT(1, 0),
  UP(0, -1),
  DOWN(0, 1);

  private final int right;
  private final int down;

  Compass(int right, int down) {
    this.right = right;
    this.down = down;
  }

  /** The node to go to from another one; empty when none lies that way. */
  public Optional<EntityKey> from(EntityKey here, OntologyGraph graph, Map<EntityKey, Spot> spots) {
    Spot start = spots.get(here);
    if (start == null) {
      return Optional.empty();
    }
    Set<EntityKey> linked =
        graph.linksOf(here).stream().map(link -> link.other(here)).collect(Collectors.toSet());
    return nearest(start, linked, here, spots)
        .or(() -> nearest(start, spots.keySet(), here, spots));
  }

  private Optional<EntityKey> nearest(
      Spot start, Collection<EntityKey> among, EntityKey but, Map<EntityKey, Spot> spots) {
    EntityKey found = null;
    double least = Double.MAX_VALUE;
    for (EntityKey key : among.stream().sorted().toList()) {
      Spot spot = spots.get(key);
      if (spot == null || key.equals(but)) {
        continue;
      }
      double along = along(start, spot);
      double aside = Math.abs(aside(start, spot));
      if (along > aside && along + 2 * aside < least) {
        found = key;
        least = along + 2 * aside;
      }
    }
    return Optional.ofNullable(found);
  }

  private double along(Spot start, Spot other) {
    return (other.x() - start.x()) * right + (other.y() - start.y()) * down;
  }

  private double aside(Spot start, Spot other) {
    return (other.x() - start.x()) * down + (other.y() - start.y()) * right;
  }
}
