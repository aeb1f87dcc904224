package org.ontodraft.model.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.GraphLink.Change;
import org.ontodraft.model.ontology.EntityReference;

/** The links of a view, those that the draft takes away included. */
final class DraftLinks {
  private final DraftOverlay view;
  private final Set<LinkKind> kinds;

  private record Link(EntityKey from, EntityKey to, LinkKind kind) {
    Link(EntityReference reference) {
      this(reference.source(), reference.target(), LinkKind.of(reference));
    }

    GraphLink as(Change change) {
      return new GraphLink(from, to, kind, change);
    }
  }

  DraftLinks(DraftOverlay view, Set<LinkKind> kinds) {
    this.view = view;
    this.kinds = kinds;
  }

  /** The links an entity makes, in the order of its fields. */
  List<GraphLink> from(EntityKey key) {
    Set<Link> now = wanted(view.referencesFrom(key));
    if (view.change(key).isEmpty()) {
      return now.stream().map(link -> link.as(Change.NONE)).toList();
    }
    Set<Link> before = wanted(view.base().referencesFrom(key));
    List<GraphLink> links = new ArrayList<>();
    now.forEach(link -> links.add(link.as(before.contains(link) ? Change.NONE : Change.ADDED)));
    before.stream()
        .filter(link -> !now.contains(link))
        .forEach(link -> links.add(link.as(Change.REMOVED)));
    return links;
  }

  /** The entities that an entity is linked with in either direction, each once; not itself. */
  Set<EntityKey> neighbours(EntityKey key) {
    Set<EntityKey> found = new LinkedHashSet<>();
    targets(key).forEach(found::add);
    sources(key).forEach(found::add);
    found.remove(key);
    return found;
  }

  /** The entities an entity names. */
  Stream<EntityKey> targets(EntityKey key) {
    return from(key).stream().map(GraphLink::to);
  }

  /** The entities that name an entity. */
  Stream<EntityKey> sources(EntityKey key) {
    Set<EntityKey> sources = new HashSet<>();
    view.referencesTo(key).forEach(reference -> add(sources, reference));
    for (EntityReference reference : view.base().referencesTo(key)) {
      // What the draft changed may have named it before.
      if (view.change(reference.source()).isPresent()) {
        add(sources, reference);
      }
    }
    return sources.stream();
  }

  private void add(Set<EntityKey> sources, EntityReference reference) {
    if (kinds.contains(LinkKind.of(reference))) {
      sources.add(reference.source());
    }
  }

  private Set<Link> wanted(List<EntityReference> references) {
    Set<Link> links = new LinkedHashSet<>();
    for (EntityReference reference : references) {
      Link link = new Link(reference);
      if (kinds.contains(link.kind())) {
        links.add(link);
      }
    }
    return links;
  }
}
