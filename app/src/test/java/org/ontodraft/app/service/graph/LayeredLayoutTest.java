package org.ontodraft.app.service.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.Frame;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.GraphQuestion;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.NodeSize;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;
import org.ontodraft.model.testing.Snapshots;

class LayeredLayoutTest {
  private final GraphLayout layout = new LayeredLayout();

  private static OntologyGraph graph(String focus, int depth, String... entities) {
    return OntologyGraph.of(
        DraftOverlay.of(Snapshots.of(entities), List.of()),
        GraphQuestion.about(key(focus)).withDepth(depth),
        Map.of());
  }

  private static Spot at(Map<EntityKey, Spot> spots, EntityKey key) {
    return Objects.requireNonNull(spots.get(key), key::toString);
  }

  private Map<EntityKey, Spot> laidOut(OntologyGraph graph, boolean together) {
    Map<EntityKey, Spot> spots = layout.layOut(graph, together, Progress.none());
    assertThat(spots.keySet())
        .containsExactlyInAnyOrderElementsOf(graph.nodes().stream().map(GraphNode::key).toList());
    List<Frame> frames = new ArrayList<>();
    for (GraphNode node : graph.nodes()) {
      Frame frame = Frame.around(at(spots, node.key()), NodeSize.of(node));
      assertThat(frames).as(node.label()).noneMatch(frame::overlaps);
      frames.add(frame);
    }
    return spots;
  }

  @Test
  void parentsStandAboveAndPropertiesBelow() {
    OntologyGraph graph =
        graph(
            "category:B",
            2,
            "category:A {'label':'A'}",
            "category:B {'label':'B','parents':['A'],'required_properties':['P','Q']}",
            "category:C {'label':'C','parents':['B'],'required_properties':['Q']}",
            "category:D {'label':'D','parents':['B','D']}",
            "property:P {'label':'P'}",
            "property:Q {'label':'Q'}");
    for (boolean together : new boolean[] {false, true}) {
      Map<EntityKey, Spot> spots = laidOut(graph, together);
      for (GraphLink link : graph.links()) {
        if (!link.from().equals(link.to())) {
          double rise = at(spots, link.from()).y() - at(spots, link.to()).y();
          assertThat(link.kind() == LinkKind.PARENT ? rise : -rise).as("" + link).isPositive();
        }
      }
      assertThat(layout.layOut(graph, together, Progress.none())).isEqualTo(spots);
    }
  }

  @Test
  void theEntitiesOfAModuleStandTogether() {
    List<String> entities = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      entities.add(
          "category:A%d {'label':'A','parents':['%s']}".formatted(i, i == 0 ? "B0" : "A" + i / 2));
      entities.add("category:B%d {'label':'B','parents':['A%d']}".formatted(i, i));
    }
    String listA = String.join("','", list("A"));
    String listB = String.join("','", list("B"));
    entities.add("module:One {'label':'One','categories':['" + listA + "']}");
    entities.add("module:Two {'label':'Two','categories':['" + listB + "']}");
    entities.add("bundle:Both {'label':'Both','modules':['One','Two']}");
    OntologyGraph graph = graph("bundle:Both", 1, entities.toArray(String[]::new));
    Map<EntityKey, Spot> spots = laidOut(graph, true);
    assertThat(box(graph, spots, 0).overlaps(box(graph, spots, 1))).isFalse();
  }

  private static List<String> list(String letter) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      keys.add(letter + i);
    }
    return keys;
  }

  private static Frame box(OntologyGraph graph, Map<EntityKey, Spot> spots, int hull) {
    return Frame.of(
        graph.hulls().get(hull).members().stream()
            .map(member ->
                Frame.around(at(spots, member), NodeSize.of(graph.node(member).orElseThrow())))
            .toList());
  }

  @Test
  void aHubIsNoWiderThanAWindowOrTwo() {
    List<String> entities = new ArrayList<>();
    List<String> properties = new ArrayList<>();
    for (int i = 0; i < 299; i++) {
      entities.add("property:Has_value_" + i + " {'label':'Has value'}");
      properties.add("Has_value_" + i);
    }
    entities.add(
        "category:Hub {'label':'Hub','optional_properties':['"
            + String.join("','", properties)
            + "']}");
    OntologyGraph graph = graph("category:Hub", 1, entities.toArray(String[]::new));
    Map<EntityKey, Spot> spots = laidOut(graph, false);
    Frame all =
        Frame.of(
            spots.values().stream().map(spot -> Frame.around(spot, new NodeSize(0, 0))).toList());
    assertThat(all.width()).isLessThan(3_000);
    assertThat(all.height()).isLessThan(3_000);
  }

  @Test
  void longAndStrangeLabelsTakeNoMoreRoomThanOthersMay() {
    OntologyGraph graph =
        graph(
            "category:A",
            1,
            "category:A {'label':'" + "x".repeat(5_000) + "','parents':['B','C']}",
            "category:B {'label':'\u05e9\u05dc\u05d5\u05dd'}",
            "category:C {'label':'\uD83D\uDE00\uD83D\uDE00'}");
    laidOut(graph, false);
    assertThat(NodeSize.of(graph.nodes().getFirst()).width()).isLessThan(250);
  }

  @Test
  void whatNobodyWantsAnyMoreIsStopped() {
    OntologyGraph graph =
        graph("category:A", 1, "category:A {'label':'A','parents':['B']}", "category:B");
    Progress cancelled =
        new Progress() {
          @Override
          public void stage(String stage, long total) {}

          @Override
          public void done(long units) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> layout.layOut(graph, false, cancelled))
        .isInstanceOf(CancellationException.class);
    assertThat(layout.layOut(OntologyGraph.empty(graph.question()), true, Progress.none()))
        .isEmpty();
  }
}
