package org.ontodraft.app.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.ui.explorer.ExplorerFilter.Trait;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;

class ExplorerTreeTest {
  @Test
  void aCategoryStandsUnderEachOfItsParents() {
    assertThat(
            drawing(
                "category:Agent",
                "category:Member",
                "category:Student {'parents':['Agent','Member']}"))
        .containsExactly("Categories 3", " Agent", "  Student", " Member", "  Student");
  }

  @Test
  void typesComeInOrderAndOnlyWhereThereAreEntities() {
    assertThat(drawing("resource:Person/Ada", "category:A", "property:Has_x"))
        .containsExactly("Categories 1", " A", "Properties 1", " Has_x", "Resources 1", " Ada");
  }

  @Test
  void aParentThatDoesNotExistMakesARoot() {
    assertThat(drawing("category:A {'parents':['Gone']}")).containsExactly("Categories 1", " A");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          its own parent      | category:A {'parents':['A']}                                     | A;A loop
          two in a cycle      | category:B {'parents':['C']} category:C {'parents':['B']}        | B;C;B loop
          below a cycle       | category:A {'parents':['B']} category:B {'parents':['C']} category:C {'parents':['B']} | B;A;C;B loop
          """)
  void aCycleEndsInALeaf(String id, String entities, String expected) {
    List<String> lines = drawing(entities.split(" (?=category:)"));
    assertThat(lines.stream().skip(1).map(String::strip).toList())
        .isEqualTo(List.of(expected.split(";")));
  }

  @Test
  void aDeletedCategoryStaysWhereItWas() {
    Ontology base = Snapshots.of("category:Agent", "category:Person {'parents':['Agent']}");
    DraftOverlay view = without(base, "category:Person");
    assertThat(draw(ExplorerTree.of(view, List.of(), "")))
        .containsExactly("Categories 2", " Agent", "  Person deleted");
  }

  @Test
  void changesBelowAreCountedOnceWhateverWaysLeadThere() {
    Ontology base =
        Snapshots.of(
            "category:Top",
            "category:Left {'parents':['Top']}",
            "category:Right {'parents':['Top']}",
            "category:Leaf {'parents':['Left','Right']}");
    ExplorerTree tree = ExplorerTree.of(without(base, "category:Leaf"), List.of(), "");
    ExplorerNode.Section categories = tree.sections().getFirst();
    assertThat(categories.changedBelow()).isEqualTo(1);
    ExplorerNode.Entity top = tree.children(categories).getFirst();
    assertThat(top.changedBelow()).isEqualTo(1);
    assertThat(tree.children(top)).extracting(ExplorerNode.Entity::changedBelow).containsOnly(1);
  }

  @Test
  void theWorstFindingIsShown() {
    DraftOverlay view = DraftOverlay.of(Snapshots.of("property:Has_x"), List.of());
    ExplorerTree tree =
        ExplorerTree.of(view, List.of(finding(Severity.WARNING), finding(Severity.ERROR)), "");
    assertThat(tree.children(tree.sections().getFirst()))
        .singleElement()
        .satisfies(row -> assertThat(row.severity()).isEqualTo(Severity.ERROR));
  }

  @Test
  void aFilterKeepsTheWayToWhatItFinds() {
    DraftOverlay view =
        DraftOverlay.of(
            Snapshots.of(
                "category:Agent",
                "category:Person {'parents':['Agent']}",
                "category:Place",
                "property:Has_person"),
            List.of());
    ExplorerTree tree = ExplorerTree.of(view, List.of(), "person");
    assertThat(draw(tree))
        .containsExactly(
            "Categories 1", " Agent dimmed", "  Person", "Properties 1", " Has_person");
    assertThat(tree.matchCount()).isEqualTo(2);
    assertThat(tree.openedByFilter()).hasSize(3);
  }

  @ParameterizedTest(name = "\"{0}\" finds {1}")
  @CsvSource({
    "HUMAN, 1",
    "human being, 1",
    "being human, 1",
    "Person, 1",
    "pers, 1",
    "' ', 0",
    "nothing of the kind, 0",
    "ada, 1",
  })
  void everyWordMustBeInLabelOrId(String filter, int found) {
    DraftOverlay view =
        DraftOverlay.of(
            Snapshots.of(
                "category:Person {'label':'Human being'}",
                "resource:People/Ada_Lovelace {'label':'The countess'}"),
            List.of());
    assertThat(ExplorerTree.of(view, List.of(), filter).matchCount()).isEqualTo(found);
  }

  @Test
  void thePathToAnEntityGoesByFirstParents() {
    DraftOverlay view =
        DraftOverlay.of(
            Snapshots.of(
                "category:Agent",
                "category:Member",
                "category:Student {'parents':['Member','Agent']}",
                "property:Has_x"),
            List.of());
    ExplorerTree tree = ExplorerTree.of(view, List.of(), "");
    assertThat(tree.pathTo(Snapshots.key("category:Student")))
        .isEqualTo(List.of(Snapshots.key("category:Member"), Snapshots.key("category:Student")));
    assertThat(tree.pathTo(Snapshots.key("property:Has_x")))
        .isEqualTo(List.of(Snapshots.key("property:Has_x")));
    assertThat(tree.pathTo(Snapshots.key("category:Gone"))).isEmpty();
  }

  @Test
  void everyPlaceOfAnEntityIsKnownUpToTwenty() {
    List<String> entities = new ArrayList<>(List.of("category:Root"));
    List<String> parents = new ArrayList<>();
    for (int i = 10; i < 35; i++) {
      entities.add("category:P" + i + " {'parents':['Root']}");
      parents.add("'P" + i + "'");
    }
    entities.add("category:Two {'parents':['P10','P11']}");
    entities.add("category:Many {'parents':[" + String.join(",", parents) + "]}");
    ExplorerTree tree = tree(ExplorerFilter.NONE, ExplorerGrouping.TYPE, entities);
    Occurrences two = tree.occurrences(Snapshots.key("category:Two"));
    assertThat(two.total()).isEqualTo(2);
    assertThat(two.shown())
        .extracting(place -> place.path().get(1).key())
        .containsExactly("P10", "P11");
    Occurrences many = tree.occurrences(Snapshots.key("category:Many"));
    assertThat(many.shown()).hasSize(Occurrences.MOST_SHOWN);
    assertThat(many.total()).isEqualTo(25);
    assertThat(tree.occurrences(Snapshots.key("category:Gone"))).isEqualTo(Occurrences.NONE);
  }

  @Test
  void aCycleHasItsPlacesToo() {
    ExplorerTree tree =
        tree(
            ExplorerFilter.NONE,
            ExplorerGrouping.TYPE,
            List.of("category:B {'parents':['C']}", "category:C {'parents':['B']}"));
    assertThat(tree.occurrences(Snapshots.key("category:C")).shown())
        .extracting(place -> place.path().toString())
        .containsExactly("[category:B, category:C]");
  }

  @Test
  void rowsLieBelowModulesAndBundles() {
    List<String> entities =
        List.of(
            "bundle:All {'modules':['Core']}",
            "module:Core {'categories':['A'],'properties':['P']}",
            "module:More {'categories':['A'],'dependencies':['Core']}",
            "category:A",
            "category:B {'parents':['A']}",
            "property:P");
    assertThat(lines(tree(ExplorerFilter.NONE, ExplorerGrouping.MODULE, entities)))
        .containsExactly("module 2", " Core", "  A", "  P", " More", "  A", "loose 1", " B");
    assertThat(lines(tree(ExplorerFilter.NONE, ExplorerGrouping.BUNDLE, entities)))
        .containsExactly(
            "bundle 1", " All", "  Core", "   A", "   P", "loose 2", " More", "  A", " B");
    ExplorerTree byModule = tree(ExplorerFilter.NONE, ExplorerGrouping.MODULE, entities);
    assertThat(byModule.occurrences(Snapshots.key("category:A")).total()).isEqualTo(2);
    assertThat(byModule.placeOf(byModule.pathTo(Snapshots.key("category:B"))).heading())
        .isEqualTo(new ExplorerNode.Heading.Loose());
  }

  @Test
  void whatIsChangedAffectedOfATypeOrAModuleIsAllThatIsShown() {
    Ontology base =
        Snapshots.of(
            "category:A",
            "category:B {'parents':['A']}",
            "category:C",
            "module:Core {'categories':['C']}",
            "property:P");
    DraftOverlay none = DraftOverlay.of(base, List.of());
    DraftOverlay view =
        none.with(
            Snapshots.key("category:A"),
            none.changeTo(
                Snapshots.key("category:A"),
                Snapshots.document(Snapshots.key("category:A"), "{'optional_properties':['P']}")));
    assertThat(found(view, ExplorerFilter.NONE.withTraits(Set.of(Trait.CHANGED))))
        .containsExactly("category:A");
    assertThat(found(view, ExplorerFilter.NONE.withTraits(Set.of(Trait.AFFECTED))))
        .contains("category:B");
    assertThat(found(view, ExplorerFilter.NONE.withTraits(Set.of(Trait.FINDINGS)))).isEmpty();
    assertThat(found(view, ExplorerFilter.NONE.withType(Optional.of(EntityType.PROPERTY))))
        .containsExactly("property:P");
    assertThat(
            found(view, ExplorerFilter.NONE.withModule(Optional.of(Snapshots.key("module:Core")))))
        .containsExactly("category:C");
  }

  @Test
  void aSlipOfThePenFindsAllTheSame() {
    ExplorerTree tree =
        tree(
            ExplorerFilter.ofText("organisaton"),
            ExplorerGrouping.TYPE,
            List.of("category:Organisation", "category:Place"));
    assertThat(tree.matchCount()).isEqualTo(1);
  }

  private static List<String> found(DraftOverlay view, ExplorerFilter filter) {
    ExplorerIndex index = ExplorerIndex.of(view);
    ExplorerTree tree =
        ExplorerTree.of(index, new ModuleMembers(index), List.of(), ExplorerGrouping.TYPE, filter);
    List<String> found = new ArrayList<>();
    tree.sections().forEach(section -> collectMatches(tree, section, found));
    return found;
  }

  private static void collectMatches(ExplorerTree tree, ExplorerNode node, List<String> into) {
    for (ExplorerNode.Entity child : tree.children(node)) {
      if (!child.dimmed()) {
        into.add(child.key().toString());
      }
      collectMatches(tree, child, into);
    }
  }

  private static ExplorerTree tree(
      ExplorerFilter filter, ExplorerGrouping grouping, List<String> entities) {
    ExplorerIndex index =
        ExplorerIndex.of(DraftOverlay.of(Snapshots.of(entities.toArray(String[]::new)), List.of()));
    return ExplorerTree.of(index, new ModuleMembers(index), List.of(), grouping, filter);
  }

  private static List<String> lines(ExplorerTree tree) {
    List<String> lines = new ArrayList<>();
    for (ExplorerNode.Section section : tree.sections()) {
      String name =
          section.heading() instanceof ExplorerNode.Heading.OfType(EntityType type)
              ? type.id()
              : "loose";
      lines.add(name + " " + section.count());
      draw(tree, section, " ", lines);
    }
    return lines;
  }

  @Test
  void everyEntityCanBeReached() {
    for (long seed = 1; seed <= 5; seed++) {
      DraftOverlay view =
          DraftOverlay.of(Snapshots.ofFiles(OntologyGenerator.files(seed, 400)), List.of());
      ExplorerTree tree = ExplorerTree.of(view, List.of(), "");
      List<String> seen = new ArrayList<>();
      for (ExplorerNode.Section section : tree.sections()) {
        collect(tree, section, seen);
      }
      for (EntityType type : EntityType.values()) {
        view.entities(type)
            .forEach(entity -> {
              assertThat(seen).contains(entity.key().toString());
              assertThat(tree.pathTo(entity.key())).endsWith(entity.key());
            });
      }
    }
  }

  private static void collect(ExplorerTree tree, ExplorerNode node, List<String> into) {
    for (ExplorerNode.Entity child : tree.children(node)) {
      into.add(child.key().toString());
      collect(tree, child, into);
    }
  }

  private static DraftOverlay without(Ontology base, String key) {
    DraftOverlay view = DraftOverlay.of(base, List.of());
    return view.with(Snapshots.key(key), view.changeTo(Snapshots.key(key), null));
  }

  private static Finding finding(Severity severity) {
    return new Finding(severity, "rule", Snapshots.key("property:Has_x"), "", List.of());
  }

  private static List<String> drawing(String... entities) {
    return draw(ExplorerTree.of(DraftOverlay.of(Snapshots.of(entities), List.of()), List.of(), ""));
  }

  /** One line a row, indented; what is special behind the label. */
  private static List<String> draw(ExplorerTree tree) {
    List<String> lines = new ArrayList<>();
    for (ExplorerNode.Section section : tree.sections()) {
      String name = ((ExplorerNode.Heading.OfType) section.heading()).type().folder();
      lines.add(Character.toUpperCase(name.charAt(0)) + name.substring(1) + " " + section.count());
      draw(tree, section, " ", lines);
    }
    return lines;
  }

  private static void draw(
      ExplorerTree tree, ExplorerNode node, String indent, List<String> lines) {
    for (ExplorerNode.Entity child : tree.children(node)) {
      lines.add(
          indent
              + child.label()
              + (child.loop() ? " loop" : "")
              + (child.dimmed() ? " dimmed" : "")
              + (child.status() == EntityStatus.DELETED ? " deleted" : ""));
      draw(tree, child, indent + " ", lines);
    }
  }
}
