package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;

/**
 * In which entities a version differs from another, by their files. Comparing two snapshots that
 * share their entities takes a look at each and no more.
 *
 * @param all those below and those whose files differ
 */
record UpstreamChanges(Set<EntityKey> all, List<EntityKey> deleted, List<EntityKey> created) {

  static UpstreamChanges between(Ontology base, Ontology canonical) {
    UpstreamChanges changes =
        new UpstreamChanges(new HashSet<>(), new ArrayList<>(), new ArrayList<>());
    if (base != canonical) {
      for (EntityType type : EntityType.values()) {
        changes.add(base.entities(type), canonical.entities(type));
      }
    }
    return changes;
  }

  /** Both lists are sorted by key. */
  private void add(List<EntitySummary> before, List<EntitySummary> after) {
    if (before == after) {
      return;
    }
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      int order = order(before, i, after, j);
      if (order < 0) {
        deleted.add(before.get(i++).key());
      } else if (order > 0) {
        created.add(after.get(j++).key());
      } else if (differ(before.get(i++), after.get(j++))) {
        all.add(before.get(i - 1).key());
      }
    }
    all.addAll(deleted);
    all.addAll(created);
  }

  private static int order(List<EntitySummary> before, int i, List<EntitySummary> after, int j) {
    if (i == before.size() || j == after.size()) {
      return i == before.size() ? 1 : -1;
    }
    EntitySummary left = before.get(i);
    EntitySummary right = after.get(j);
    return left == right ? 0 : left.key().compareTo(right.key());
  }

  private static boolean differ(EntitySummary left, EntitySummary right) {
    return left != right
        && !(left.blobId().equals(right.blobId())
            && left.sourcePath().equals(right.sourcePath())
            && left.pages().equals(right.pages()));
  }
}
