package org.ontodraft.model.hierarchy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The properties of a view below their {@code parent_property}, as Semantic MediaWiki's
 * subproperties are. Cycles are reported; a property that is on one is its own ancestor. Immutable
 * and safe to share between threads.
 *
 * <p>Asked for a property the view does not have, it answers with nothing.
 */
public final class PropertyHierarchy {
  private static final String PARENT = "/parent_property";

  private final ParentGraph graph;

  private PropertyHierarchy(ParentGraph graph) {
    this.graph = graph;
  }

  /** The hierarchy of this view. Its cost grows with the number of properties. */
  public static PropertyHierarchy of(OntologyView view) {
    return new PropertyHierarchy(ParentGraph.of(view, EntityType.PROPERTY, PARENT));
  }

  /** As {@link Hierarchy#with}. */
  public PropertyHierarchy with(OntologyView view, Collection<EntityKey> changed) {
    ParentGraph newGraph = graph.with(view, changed);
    return newGraph == graph ? this : new PropertyHierarchy(newGraph);
  }

  /** Properties with no parent that exists, and the first by key of each cycle; sorted. */
  public List<EntityKey> roots() {
    return graph.roots();
  }

  /** The existing parents; the usual form of a property has one at most. */
  public List<EntityKey> parents(EntityKey property) {
    return graph.parentKeys(property);
  }

  /** The properties that name this one as their parent, sorted. */
  public List<EntityKey> children(EntityKey property) {
    return graph.childKeys(property);
  }

  /** Every property above, without the property itself unless it is its own ancestor; sorted. */
  public Set<EntityKey> ancestors(EntityKey property) {
    return graph.ancestors(property);
  }

  /** Every property below, without the property itself unless it is its own ancestor; sorted. */
  public Set<EntityKey> descendants(EntityKey property) {
    return graph.descendants(property);
  }

  /** The cycles, each once, from its first key by parents back to it; at most 1,000. */
  public List<List<EntityKey>> cycles() {
    return graph.cycles();
  }
}
