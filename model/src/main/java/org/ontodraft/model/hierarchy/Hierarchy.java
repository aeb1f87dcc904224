package org.ontodraft.model.hierarchy;

import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The inheritance of categories in a view. Cycles are reported and never followed. Immutable;
 * computing it reads only the index.
 */
public final class Hierarchy {
  private Hierarchy() {}

  /** The hierarchy of this view. */
  public static Hierarchy of(OntologyView view) {
    throw new UnsupportedOperationException(view.toString());
  }

  /**
   * Categories with no parent that exists, and the first by key of each cycle that nothing else
   * leads to, so that every category is reachable from a root; sorted.
   */
  public List<EntityKey> roots() {
    throw new UnsupportedOperationException();
  }

  /** The existing parents, in the order the category lists them. */
  public List<EntityKey> parents(EntityKey category) {
    throw new UnsupportedOperationException(category.toString());
  }

  /** The categories that list this one as a parent, sorted. */
  public List<EntityKey> children(EntityKey category) {
    throw new UnsupportedOperationException(category.toString());
  }

  /** Every category below, without the category itself unless it is its own ancestor. */
  public Set<EntityKey> descendants(EntityKey category) {
    throw new UnsupportedOperationException(category.toString());
  }

  /** Each cycle once, starting at its first key. */
  public List<List<EntityKey>> cycles() {
    throw new UnsupportedOperationException();
  }

  /** The properties the category has, sorted by key. */
  public List<EffectiveItem> effectiveProperties(EntityKey category) {
    throw new UnsupportedOperationException(category.toString());
  }

  /** The subobjects the category has, sorted by key. */
  public List<EffectiveItem> effectiveSubobjects(EntityKey category) {
    throw new UnsupportedOperationException(category.toString());
  }
}
