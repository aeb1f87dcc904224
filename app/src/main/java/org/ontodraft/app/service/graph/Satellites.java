package org.ontodraft.app.service.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.NodeSize;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;

/**
 * Nodes that are linked with one other alone stand in a block below it. In layers of their own a
 * hundred properties of one category would make a picture that is all width.
 */
final class Satellites {
  private static final double GAP = 12;
  private static final double BELOW = 34;

  /** Fewer of them are seen better among the others: links pass behind a block. */
  private static final int FEW = 6;

  /** Blocks are wider than high, as windows are. */
  private static final double STRETCH = 1.8;

  private final Map<EntityKey, List<GraphNode>> around = new LinkedHashMap<>();
  private final Set<EntityKey> satellites = new HashSet<>();

  /**
   * Finds them.
   *
   * @param home what a node has to share with its centre to stand with it; null for nothing
   */
  Satellites(OntologyGraph graph, Map<EntityKey, EntityKey> home) {
    Map<EntityKey, Set<EntityKey>> neighbours = new HashMap<>();
    for (GraphLink link : graph.links()) {
      if (!link.from().equals(link.to())) {
        neighbours.computeIfAbsent(link.from(), key -> new HashSet<>()).add(link.to());
        neighbours.computeIfAbsent(link.to(), key -> new HashSet<>()).add(link.from());
      }
    }
    for (GraphNode node : graph.nodes()) {
      Set<EntityKey> linked = neighbours.getOrDefault(node.key(), Set.of());
      if (linked.size() == 1 && !isAncestor(graph, node.key())) {
        EntityKey centre = linked.iterator().next();
        if (neighbours.getOrDefault(centre, Set.of()).size() > 1
            && Objects.equals(home.get(node.key()), home.get(centre))) {
          around.computeIfAbsent(centre, key -> new ArrayList<>()).add(node);
        }
      }
    }
    around.values().removeIf(block -> block.size() < FEW);
    around.values().forEach(block -> block.forEach(node -> satellites.add(node.key())));
  }

  /** What stands above its only neighbour is not put below it. */
  private static boolean isAncestor(OntologyGraph graph, EntityKey key) {
    return graph.linksOf(key).stream()
        .anyMatch(link -> link.kind().upward() && link.to().equals(key));
  }

  boolean contains(EntityKey key) {
    return satellites.contains(key);
  }

  private List<GraphNode> of(EntityKey centre) {
    return around.getOrDefault(centre, List.of());
  }

  /** The room a node takes with its satellites. */
  NodeSize size(GraphNode node) {
    NodeSize own = NodeSize.of(node);
    List<GraphNode> all = of(node.key());
    if (all.isEmpty()) {
      return own;
    }
    Block block = block(all);
    return new NodeSize(
        Math.max(own.width(), block.width()), own.height() + BELOW + block.height());
  }

  /**
   * Puts a node and its satellites into the room they were given.
   *
   * @param left the left edge of the room
   * @param top its upper edge
   */
  void place(GraphNode node, double left, double top, Map<EntityKey, Spot> spots) {
    NodeSize own = NodeSize.of(node);
    double middle = left + size(node).width() / 2;
    spots.put(node.key(), new Spot(middle, top + own.height() / 2));
    List<GraphNode> all = of(node.key());
    if (all.isEmpty()) {
      return;
    }
    Block block = block(all);
    double y = top + own.height() + BELOW;
    for (int row = 0; row * block.columns() < all.size(); row++) {
      List<GraphNode> line =
          all.subList(row * block.columns(), Math.min(all.size(), (row + 1) * block.columns()));
      double x = middle - (line.size() * block.cell().width() - GAP) / 2;
      for (GraphNode satellite : line) {
        double cell = block.cell().width() - GAP;
        spots.put(satellite.key(), new Spot(x + cell / 2, y + NodeSize.of(satellite).height() / 2));
        x += block.cell().width();
      }
      y += block.cell().height();
    }
  }

  private record Block(int columns, int rows, NodeSize cell) {
    double width() {
      return columns * cell.width() - GAP;
    }

    double height() {
      return rows * cell.height() - GAP;
    }
  }

  private static Block block(List<GraphNode> nodes) {
    double width = 0;
    double height = 0;
    for (GraphNode node : nodes) {
      NodeSize size = NodeSize.of(node);
      width = Math.max(width, size.width());
      height = Math.max(height, size.height());
    }
    NodeSize cell = new NodeSize(width + GAP, height + GAP);
    double area = nodes.size() * cell.width() * cell.height();
    int columns = Math.clamp(Math.round(Math.sqrt(area * STRETCH) / cell.width()), 1, nodes.size());
    return new Block(columns, (nodes.size() + columns - 1) / columns, cell);
  }
}
