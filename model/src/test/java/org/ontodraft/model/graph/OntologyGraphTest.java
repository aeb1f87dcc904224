package org.ontodraft.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.graph.GraphQuestion.View;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.validation.Severity;

class OntologyGraphTest {
  private static final Ontology BASE =
      Snapshots.of(
          "category:Agent {'label':'Agent','optional_properties':['Has_site']}",
          "category:Person {'label':'Person','parents':['Agent'],"
              + "'required_properties':['Has_name'],'optional_properties':['Has_age']}",
          "category:Student {'label':'Student','parents':['Person']}",
          "category:Rock {'label':'Rock'}",
          "property:Has_age {'label':'Age'}",
          "property:Has_name {'label':'Name'}",
          "property:Has_site {'label':'Site'}",
          "property:Has_owner {'label':'Owner','Allows_value_from_category':'Person'}",
          "module:People {'label':'People','categories':['Agent','Person','Student'],"
              + "'properties':['Has_name']}",
          "module:Things {'label':'Things','categories':['Rock','Agent'],"
              + "'dependencies':['People']}",
          "bundle:All {'label':'All','modules':['People','Things']}");
  private static final DraftOverlay CANONICAL = DraftOverlay.of(BASE, List.of());
  private static final EntityKey PERSON = key("category:Person");

  private static DraftOverlay with(DraftOverlay view, String entity, String json) {
    EntityKey key = key(entity);
    return view.with(key, view.changeTo(key, json.equals("none") ? null : document(key, json)));
  }

  private static OntologyGraph graph(DraftOverlay view, GraphQuestion question) {
    return OntologyGraph.of(view, question, Map.of());
  }

  private static List<String> keys(OntologyGraph graph) {
    return graph.nodes().stream().map(node -> node.key().toString()).toList();
  }

  private static List<String> links(OntologyGraph graph) {
    return graph.links().stream()
        .map(link ->
            link.from().key()
                + " "
                + link.kind()
                + " "
                + link.to().key()
                + (link.change() == GraphLink.Change.NONE ? "" : " " + link.change()))
        .toList();
  }

  @Test
  void aNeighbourhoodGoesAsFarAsItIsAskedFor() {
    OntologyGraph one = graph(CANONICAL, GraphQuestion.about(PERSON));
    assertThat(keys(one))
        .containsExactly(
            "category:Person",
            "category:Agent",
            "category:Student",
            "property:Has_age",
            "property:Has_name",
            "property:Has_owner");
    assertThat(links(one))
        .containsExactlyInAnyOrder(
            "Person PARENT Agent",
            "Person REQUIRED Has_name",
            "Person OPTIONAL Has_age",
            "Student PARENT Person",
            "Has_owner VALUES Person");
    assertThat(one.node(key("category:Agent")).orElseThrow().hidden()).isEqualTo(1);
    OntologyGraph two = graph(CANONICAL, GraphQuestion.about(PERSON).withDepth(2));
    assertThat(keys(two)).contains("property:Has_site").hasSize(7);
  }

  @Test
  void onlyTheWantedKindsAreFollowedAndShown() {
    GraphQuestion parents = GraphQuestion.about(PERSON).withKinds(EnumSet.of(LinkKind.PARENT));
    assertThat(keys(graph(CANONICAL, parents)))
        .containsExactly("category:Person", "category:Agent", "category:Student");
  }

  @Test
  void whatIsExpandedBringsItsNeighbours() {
    GraphQuestion question = GraphQuestion.about(PERSON).expanding(key("category:Agent"));
    assertThat(keys(graph(CANONICAL, question))).contains("property:Has_site");
    assertThat(question.expanding(key("category:Agent"))).isEqualTo(question);
  }

  @Test
  void aModuleShowsAllItListsAndTheHullsOfTheOthers() {
    OntologyGraph graph = graph(CANONICAL, GraphQuestion.about(key("module:People")));
    assertThat(keys(graph))
        .containsExactly(
            "category:Agent", "category:Person", "category:Student", "property:Has_name");
    assertThat(graph.hulls())
        .containsExactly(
            new GraphHull(
                key("module:People"),
                "People",
                Set.of(
                    key("category:Agent"),
                    PERSON,
                    key("category:Student"),
                    key("property:Has_name"))),
            new GraphHull(key("module:Things"), "Things", Set.of(key("category:Agent"))));
    assertThat(keys(graph(CANONICAL, GraphQuestion.about(key("bundle:All")))))
        .contains("category:Rock", "category:Person");
  }

  @Test
  void inheritanceGoesUpAndDownToTheEnd() {
    GraphQuestion question = GraphQuestion.about(key("category:Agent")).withView(View.INHERITANCE);
    assertThat(keys(graph(CANONICAL, question)))
        .containsExactly("category:Agent", "category:Person", "category:Student");
    assertThat(links(graph(CANONICAL, question)))
        .containsExactlyInAnyOrder("Person PARENT Agent", "Student PARENT Person");
  }

  @Test
  void whatTheDraftDoesIsOnNodesAndLinks() {
    DraftOverlay draft =
        with(
            CANONICAL,
            "category:Person",
            "{'label':'Person','parents':['Agent'],'required_properties':['Has_name','Has_site']}");
    OntologyGraph graph =
        OntologyGraph.of(draft, GraphQuestion.about(PERSON), Map.of(PERSON, Severity.WARNING));
    assertThat(links(graph))
        .containsExactlyInAnyOrder(
            "Person PARENT Agent",
            "Person REQUIRED Has_name",
            "Person REQUIRED Has_site ADDED",
            "Person OPTIONAL Has_age REMOVED",
            "Agent OPTIONAL Has_site",
            "Student PARENT Person",
            "Has_owner VALUES Person");
    assertThat(graph.node(PERSON).orElseThrow().status()).isEqualTo(EntityStatus.MODIFIED);
    assertThat(graph.node(PERSON).orElseThrow().finding()).contains(Severity.WARNING);
    assertThat(graph.node(key("category:Student")).orElseThrow().status())
        .isEqualTo(EntityStatus.AFFECTED);
    assertThat(keys(graph(draft, GraphQuestion.about(PERSON).withChangedOnly(true))))
        .containsExactly("category:Person", "category:Student");
  }

  @Test
  void aDeletedEntityStaysWithTheLinksItHad() {
    DraftOverlay draft = with(CANONICAL, "category:Person", "none");
    OntologyGraph graph = graph(draft, GraphQuestion.about(PERSON));
    assertThat(graph.node(PERSON).orElseThrow().status()).isEqualTo(EntityStatus.DELETED);
    assertThat(links(graph)).contains("Person REQUIRED Has_name REMOVED", "Student PARENT Person");
  }

  @Test
  void anEntityThatIsGoneHasNoGraph() {
    assertThat(graph(CANONICAL, GraphQuestion.about(key("category:Nobody"))).isEmpty()).isTrue();
  }

  @Test
  void namesThatNobodyMadeAreShownAsMissing() {
    DraftOverlay draft =
        with(CANONICAL, "category:Rock", "{'label':'Rock','parents':['Nowhere','Rock']}");
    OntologyGraph graph = graph(draft, GraphQuestion.about(key("category:Rock")));
    assertThat(graph.node(key("category:Nowhere")).orElseThrow().missing()).isTrue();
    assertThat(links(graph)).contains("Rock PARENT Rock ADDED");
  }

  @Test
  void aCycleEnds() {
    DraftOverlay draft =
        with(CANONICAL, "category:Agent", "{'label':'Agent','parents':['Student']}");
    GraphQuestion question = GraphQuestion.about(PERSON).withView(View.INHERITANCE);
    assertThat(keys(graph(draft, question))).hasSize(3);
    assertThat(keys(graph(draft, GraphQuestion.about(PERSON).withDepth(4)))).hasSize(7);
  }

  @Test
  void ofAHubAsMuchIsShownAsCanBeReadAndTheRestIsCounted() {
    List<String> entities = new ArrayList<>();
    entities.add("category:Hub {'label':'Hub'}");
    for (int i = 0; i < 20_000; i++) {
      entities.add("category:C%05d {'label':'C','parents':['Hub']}".formatted(i));
    }
    DraftOverlay canonical =
        DraftOverlay.of(Snapshots.of(entities.toArray(String[]::new)), List.of());
    DraftOverlay draft =
        with(canonical, "category:C19999", "{'label':'Changed','parents':['Hub']}");
    for (int depth : new int[] {1, 4}) {
      OntologyGraph graph = graph(draft, GraphQuestion.about(key("category:Hub")).withDepth(depth));
      assertThat(graph.nodes()).hasSize(OntologyGraph.MAX_NODES);
      assertThat(graph.beyond()).isEqualTo(20_001 - OntologyGraph.MAX_NODES);
      assertThat(graph.nodes().get(1).label()).isEqualTo("Changed");
      assertThat(graph.nodes().getFirst().hidden()).isEqualTo(20_001 - OntologyGraph.MAX_NODES);
    }
    GraphQuestion changed = GraphQuestion.about(key("category:Hub")).withChangedOnly(true);
    assertThat(keys(graph(draft, changed))).containsExactly("category:Hub", "category:C19999");
  }
}
