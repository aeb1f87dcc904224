package org.ontodraft.app.service.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.GraphHull;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.NodeSize;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;

/** Layers, parents above what inherits from them, by Eclipse ELK. Any thread. */
public final class LayeredLayout implements GraphLayout {
  private static final String ALGORITHM = "org.eclipse.elk.layered";
  private static final double BETWEEN_NODES = 26;
  private static final double BETWEEN_LAYERS = 64;
  private static final double HULL_PADDING = 34;
  private static final double ASPECT = 1.6;

  @Override
  public Map<EntityKey, Spot> layOut(OntologyGraph graph, boolean together, Progress progress) {
    if (graph.isEmpty()) {
      return Map.of();
    }
    Map<EntityKey, EntityKey> home = together ? homes(graph) : Map.of();
    Satellites satellites = new Satellites(graph, home);
    ElkNode root = configured(ElkGraphUtil.createGraph());
    Map<EntityKey, ElkNode> made = nodes(root, graph, satellites, home);
    links(graph, made);
    new RecursiveGraphLayoutEngine()
        .layout(
            root,
            new BasicProgressMonitor() {
              @Override
              public boolean isCanceled() {
                return progress.cancelled();
              }
            });
    if (progress.cancelled()) {
      throw new CancellationException();
    }
    Map<EntityKey, Spot> spots = new HashMap<>();
    for (GraphNode node : graph.nodes()) {
      ElkNode placed = made.get(node.key());
      if (placed != null) {
        satellites.place(node, absolute(placed, true), absolute(placed, false), spots);
      }
    }
    return Map.copyOf(spots);
  }

  private static Map<EntityKey, ElkNode> nodes(
      ElkNode root, OntologyGraph graph, Satellites satellites, Map<EntityKey, EntityKey> home) {
    Map<EntityKey, ElkNode> modules = new LinkedHashMap<>();
    Map<EntityKey, ElkNode> made = new HashMap<>();
    for (GraphNode node : graph.nodes()) {
      if (satellites.contains(node.key())) {
        continue;
      }
      EntityKey module = home.get(node.key());
      ElkNode within =
          module == null
              ? root
              : modules.computeIfAbsent(module, key -> configured(ElkGraphUtil.createNode(root)));
      ElkNode placed = ElkGraphUtil.createNode(within);
      NodeSize size = satellites.size(node);
      placed.setDimensions(size.width(), size.height());
      made.put(node.key(), placed);
    }
    return made;
  }

  private static void links(OntologyGraph graph, Map<EntityKey, ElkNode> made) {
    Set<Set<EntityKey>> linked = new HashSet<>();
    for (GraphLink link : graph.links()) {
      ElkNode from = made.get(link.from());
      ElkNode to = made.get(link.to());
      if (from == null || to == null || from == to || !linked.add(Set.of(link.from(), link.to()))) {
        continue;
      }
      ElkNode lower = link.kind().upward() ? from : to;
      ElkGraphUtil.createSimpleEdge(lower, lower == from ? to : from);
    }
  }

  /** The module a node is drawn in: the first by key of those that list it. */
  private static Map<EntityKey, EntityKey> homes(OntologyGraph graph) {
    Map<EntityKey, EntityKey> homes = new HashMap<>();
    for (GraphHull hull : graph.hulls()) {
      hull.members().forEach(member -> homes.putIfAbsent(member, hull.module()));
    }
    return homes;
  }

  private static ElkNode configured(ElkNode node) {
    node.setProperty(CoreOptions.ALGORITHM, ALGORITHM);
    node.setProperty(LayeredOptions.DIRECTION, Direction.UP);
    node.setProperty(LayeredOptions.RANDOM_SEED, 1);
    node.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    node.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_NODES / 2);
    node.setProperty(LayeredOptions.ASPECT_RATIO, ASPECT);
    node.setProperty(LayeredOptions.PADDING, new ElkPadding(HULL_PADDING));
    return node;
  }

  private static double absolute(ElkNode node, boolean horizontal) {
    double at = 0;
    for (ElkNode each = node; each != null; each = each.getParent()) {
      at += horizontal ? each.getX() : each.getY();
    }
    return at;
  }
}
