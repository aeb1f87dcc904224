package org.ontodraft.model.rebase;

import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.Ontology;

/**
 * In which entities a version differs from another, by their files.
 *
 * @param all those below and those whose files differ
 * @param deleted sorted
 * @param created sorted
 */
record UpstreamChanges(Set<EntityKey> all, List<EntityKey> deleted, List<EntityKey> created) {

  static UpstreamChanges between(Ontology base, Ontology canonical) {
    Set<EntityKey> all = base.differing(canonical);
    return new UpstreamChanges(all, missing(all, canonical), missing(all, base));
  }

  private static List<EntityKey> missing(Set<EntityKey> keys, Ontology version) {
    return keys.stream().filter(key -> version.find(key).isEmpty()).sorted().toList();
  }
}
