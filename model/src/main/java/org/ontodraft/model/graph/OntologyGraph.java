package org.ontodraft.model.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.graph.GraphQuestion.View;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.validation.Severity;

/**
 * A part of an ontology, never more than {@link #MAX_NODES} entities of it. Immutable.
 *
 * @param nodes in the order they were reached
 * @param links between these nodes; a link from an entity to itself included
 * @param hulls the modules of the nodes, by key; a node may be in several or none
 * @param beyond how many more entities were met and found no room
 */
public record OntologyGraph(
    GraphQuestion question,
    List<GraphNode> nodes,
    List<GraphLink> links,
    List<GraphHull> hulls,
    int beyond) {
  /** More than this nobody can read. */
  public static final int MAX_NODES = 300;

  public OntologyGraph {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    hulls = List.copyOf(hulls);
  }

  /** Nothing, for a focus that is not there. */
  public static OntologyGraph empty(GraphQuestion question) {
    return new OntologyGraph(question, List.of(), List.of(), List.of(), 0);
  }

  /**
   * The part that a question asks for; empty when the focus is neither there nor deleted by the
   * draft. Reads the index alone, but much of it: not for the FX thread.
   *
   * @param findings the worst severity by entity
   */
  public static OntologyGraph of(
      DraftOverlay view, GraphQuestion question, Map<EntityKey, Severity> findings) {
    if (view.find(question.focus()).isEmpty()) {
      return empty(question);
    }
    DraftLinks links = new DraftLinks(view, question.followed());
    Set<EntityKey> shown = new LinkedHashSet<>();
    GraphWalk walk = walk(view, question, links);
    shown.addAll(walk.shown());
    List<GraphNode> nodes = new ArrayList<>();
    List<GraphLink> between = new ArrayList<>();
    for (EntityKey key : shown) {
      nodes.add(node(view, key, links, shown, findings));
      links.from(key).stream().filter(link -> shown.contains(link.to())).forEach(between::add);
    }
    return new OntologyGraph(question, nodes, between, hulls(view, shown), walk.beyond());
  }

  private static GraphWalk walk(DraftOverlay view, GraphQuestion question, DraftLinks links) {
    Predicate<EntityKey> wanted =
        question.changedOnly() ? key -> view.status(key) != EntityStatus.UNCHANGED : key -> true;
    GraphWalk walk = new GraphWalk(view, MAX_NODES, wanted);
    EntityKey focus = question.focus();
    switch (question.view()) {
      case NEIGHBOURHOOD -> {
        walk.begin(focus);
        walk.spread(focus, question.depth(), key -> links.neighbours(key).stream());
      }
      case INHERITANCE -> {
        walk.begin(focus);
        walk.spread(focus, Integer.MAX_VALUE, links::targets);
        walk.spread(focus, Integer.MAX_VALUE, links::sources);
      }
      case MODULE -> members(view, focus).forEach(walk::take);
    }
    for (EntityKey key : question.expanded()) {
      if (walk.shows(key)) {
        walk.take(links.neighbours(key));
      }
    }
    return walk;
  }

  /** What a module lists, or each module of a bundle. */
  private static List<Set<EntityKey>> members(DraftOverlay view, EntityKey moduleOrBundle) {
    DraftLinks lists = new DraftLinks(view, Set.of(LinkKind.MEMBER));
    Set<EntityKey> listed = new LinkedHashSet<>(lists.targets(moduleOrBundle).toList());
    if (moduleOrBundle.type() == EntityType.MODULE) {
      return List.of(listed);
    }
    List<Set<EntityKey>> members = new ArrayList<>();
    for (EntityKey each : listed) {
      members.add(
          each.type() == EntityType.MODULE
              ? new LinkedHashSet<>(lists.targets(each).toList())
              : Set.of(each));
    }
    return members;
  }

  private static GraphNode node(
      DraftOverlay view,
      EntityKey key,
      DraftLinks links,
      Set<EntityKey> shown,
      Map<EntityKey, Severity> findings) {
    Optional<EntitySummary> summary = view.find(key);
    int hidden = (int) links.neighbours(key).stream().filter(k -> !shown.contains(k)).count();
    return new GraphNode(
        key,
        summary.map(EntitySummary::label).orElse(key.key()),
        view.status(key),
        summary.isEmpty(),
        Optional.ofNullable(findings.get(key)),
        hidden);
  }

  private static List<GraphHull> hulls(DraftOverlay view, Set<EntityKey> shown) {
    DraftLinks lists = new DraftLinks(view, Set.of(LinkKind.MEMBER));
    Map<EntityKey, Set<EntityKey>> members = new TreeMap<>();
    for (EntityKey key : shown) {
      lists
          .sources(key)
          .filter(source -> source.type() == EntityType.MODULE)
          .forEach(module -> members.computeIfAbsent(module, m -> new LinkedHashSet<>()).add(key));
    }
    List<GraphHull> hulls = new ArrayList<>();
    members.forEach((module, keys) ->
        hulls.add(
            new GraphHull(
                module, view.find(module).map(EntitySummary::label).orElse(module.key()), keys)));
    return hulls;
  }

  /** The node of an entity. */
  public Optional<GraphNode> node(EntityKey key) {
    return nodes.stream().filter(node -> node.key().equals(key)).findFirst();
  }

  /** The links that end or begin at an entity, in the order of {@link #links}. */
  public List<GraphLink> linksOf(EntityKey key) {
    return links.stream().filter(link -> link.from().equals(key) || link.to().equals(key)).toList();
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return nodes.isEmpty();
  }

  /** Whether a change of the question from an earlier one asks for another picture. */
  public static boolean asksAnew(GraphQuestion earlier, GraphQuestion now) {
    return !earlier.focus().equals(now.focus())
        || earlier.view() != now.view()
        || earlier.depth() != now.depth()
        || !earlier.kinds().equals(now.kinds())
        || earlier.changedOnly() != now.changedOnly();
  }

  /** The view of the question. */
  public View view() {
    return question.view();
  }
}
