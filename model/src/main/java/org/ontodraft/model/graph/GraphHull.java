package org.ontodraft.model.graph;

import java.util.Set;
import org.ontodraft.model.entity.EntityKey;

/** A module and those of its entities that are in a graph. */
public record GraphHull(EntityKey module, String label, Set<EntityKey> members) {
  public GraphHull {
    members = Set.copyOf(members);
  }
}
