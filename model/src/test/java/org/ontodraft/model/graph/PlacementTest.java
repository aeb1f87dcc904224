package org.ontodraft.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

class PlacementTest {
  private static final EntityKey HUB = key("category:Hub");

  private static GraphNode node(EntityKey key) {
    return new GraphNode(key, key.key(), EntityStatus.UNCHANGED, false, Optional.empty(), 0);
  }

  /** A category and this many properties of it. */
  private static OntologyGraph star(int rays) {
    List<GraphNode> nodes = new ArrayList<>(List.of(node(HUB)));
    List<GraphLink> links = new ArrayList<>();
    for (int i = 0; i < rays; i++) {
      EntityKey ray = key("property:Has_ray_" + i);
      nodes.add(node(ray));
      links.add(new GraphLink(HUB, ray, LinkKind.OPTIONAL, GraphLink.Change.NONE));
    }
    return new OntologyGraph(GraphQuestion.about(HUB), nodes, links, List.of(), 0);
  }

  private static Spot at(Map<EntityKey, Spot> spots, EntityKey key) {
    return Objects.requireNonNull(spots.get(key), key::toString);
  }

  @Test
  void whatStoodStaysAndWhatComesFindsRoomBesideIt() {
    Map<EntityKey, Spot> before = new HashMap<>(Placement.beside(star(40), Map.of()));
    before.put(key("property:Gone"), new Spot(0, 0));
    Map<EntityKey, Spot> after = Placement.beside(star(299), before);
    assertThat(after).hasSize(300);
    before.remove(key("property:Gone"));
    assertThat(after).containsAllEntriesOf(before);
    List<Frame> frames = new ArrayList<>();
    for (GraphNode node : star(299).nodes()) {
      Frame frame = Frame.around(at(after, node.key()), NodeSize.of(node));
      assertThat(frames).noneMatch(frame::overlaps);
      frames.add(frame);
    }
  }

  @Test
  void aParentComesAboveAndAPropertyBelow() {
    EntityKey parent = key("category:Parent");
    EntityKey property = key("property:Has_name");
    OntologyGraph graph =
        new OntologyGraph(
            GraphQuestion.about(HUB),
            List.of(node(HUB), node(parent), node(property)),
            List.of(
                new GraphLink(HUB, parent, LinkKind.PARENT, GraphLink.Change.NONE),
                new GraphLink(HUB, property, LinkKind.REQUIRED, GraphLink.Change.NONE),
                new GraphLink(HUB, HUB, LinkKind.PARENT, GraphLink.Change.NONE)),
            List.of(),
            0);
    Map<EntityKey, Spot> spots = Placement.beside(graph, Map.of(HUB, new Spot(500, 500)));
    assertThat(at(spots, HUB)).isEqualTo(new Spot(500, 500));
    assertThat(at(spots, parent).y()).isLessThan(460);
    assertThat(at(spots, property).y()).isGreaterThan(540);
    assertThat(Compass.UP.from(HUB, graph, spots)).contains(parent);
    assertThat(Compass.DOWN.from(HUB, graph, spots)).contains(property);
    assertThat(Compass.DOWN.from(parent, graph, spots)).contains(HUB);
    assertThat(Compass.LEFT.from(HUB, graph, spots)).isEmpty();
  }

  @Test
  void aHullKeepsItsDistance() {
    List<Frame> frames =
        List.of(new Frame(0, 0, 100, 40), new Frame(300, 200, 340, 260), new Frame(50, 90, 60, 95));
    List<Spot> hull = HullOutline.around(frames, 20);
    Frame box =
        Frame.of(hull.stream().map(spot -> Frame.around(spot, new NodeSize(0, 0))).toList());
    assertThat(box.left()).isEqualTo(-20);
    assertThat(box.right()).isEqualTo(360);
    for (int i = 0; i < hull.size(); i++) {
      Spot a = hull.get(i);
      Spot b = hull.get((i + 1) % hull.size());
      for (Frame frame : frames) {
        Spot middle = frame.centre();
        double side =
            (b.x() - a.x()) * (middle.y() - a.y()) - (b.y() - a.y()) * (middle.x() - a.x());
        assertThat(side).isPositive();
      }
    }
    assertThat(HullOutline.around(List.of(), 20)).isEmpty();
  }
}
