package org.ontodraft.model.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.Snapshots;

class ModuleClosureTest {
  private static final Ontology LAB =
      Snapshots.of(
          "bundle:Default {'modules':['Core','Missing'],'dashboards':['Overview']}",
          "module:Core {'categories':['Person'],'resources':['Person/Ada'],'dependencies':['Base']}",
          "module:Base {'properties':['Has_note'],'dependencies':['Core']}",
          "category:Agent {'required_properties':['Has_name']}",
          "category:Person {'parents':['Agent','Gone'],'optional_subobjects':['Address'],"
              + "'optional_properties':['Has_name']}",
          "category:Country {'parents':['Region'],'optional_properties':['Has_code']}",
          "category:Region {'parents':['Country']}",
          "category:Unused {}",
          "subobject:Address {'required_properties':['Has_country']}",
          "property:Has_name {'has_display_template':'Template:Name'}",
          "property:Has_country {'allowed_values':{'from_category':'Country'}}",
          "property:Has_code {'parent_property':'Has_id'}",
          "property:Has_id {'parent_property':'Has_code','Allows_value_from_category':'Country'}",
          "property:Has_note {}",
          "property:Has_nothing_to_do {}",
          "template:Name {}",
          "dashboard:Overview {}",
          "resource:Person/Ada {'category':'Person','Has_nothing_to_do':'x'}",
          "resource:Country/Oz {'categories':['Country','Unused']}",
          "resource:Unused/X {'category':'Unused'}");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "M.1 listed               | category:Person       | LISTED module:Core",
        "M.2 parent               | category:Agent        | PARENT category:Person",
        "M.3 own and inherited    | property:Has_name"
            + " | PROPERTY category:Person, PROPERTY category:Agent",
        "M.4 subobject            | subobject:Address     | SUBOBJECT category:Person",
        "M.5 of a subobject       | property:Has_country  | PROPERTY subobject:Address",
        "M.6 template             | template:Name         | TEMPLATE property:Has_name",
        "M.7 resource             | resource:Person/Ada"
            + " | LISTED module:Core, RESOURCE category:Person",
        "M.8 values               | category:Country"
            + " | VALUES property:Has_country, PARENT category:Region, VALUES property:Has_id",
        "M.9 resource of values   | resource:Country/Oz   | RESOURCE category:Country",
        "M.10 parents in a cycle  | category:Region       | PARENT category:Country",
        "M.11 property of values  | property:Has_code"
            + " | PROPERTY category:Country, PARENT property:Has_id",
        "M.12 parent property     | property:Has_id       | PARENT property:Has_code",
        "M.13 dependency          | module:Base           | DEPENDENCY module:Core",
        "M.14 of a dependency     | property:Has_note     | LISTED module:Base"
      })
  void comesWithTheModule(String row, String name, String causes) {
    EntityKey member = key(name);
    ModuleClosure closure = ModuleClosure.of(LAB, key("module:Core"));

    assertThat(closure.member(member)).as(row).isPresent();
    assertThat(
            closure.member(member).orElseThrow().causes().stream()
                .map(cause -> cause.reason() + " " + cause.from())
                .collect(Collectors.joining(", ")))
        .isEqualTo(causes);
  }

  @Test
  void nothingElseComesWithIt() {
    ModuleClosure closure = ModuleClosure.of(LAB, key("module:Core"));

    assertThat(closure.members()).hasSize(14);
    assertThat(closure.member(key("module:Core"))).isEmpty();
    assertThat(closure.member(key("category:Gone"))).isEmpty();
    assertThat(closure.member(key("category:Unused"))).isEmpty();
    assertThat(closure.member(key("property:Has_nothing_to_do"))).isEmpty();
    assertThat(closure.member(key("category:Person")).orElseThrow().listed()).isTrue();
    assertThat(closure.member(key("category:Agent")).orElseThrow().listed()).isFalse();
  }

  @Test
  void aBundleHasWhatItsModulesHave() {
    ModuleClosure bundle = ModuleClosure.of(LAB, key("bundle:Default"));

    Set<EntityKey> expected = keys(ModuleClosure.of(LAB, key("module:Core")));
    expected.add(key("module:Core"));
    expected.add(key("dashboard:Overview"));
    assertThat(keys(bundle)).isEqualTo(expected);
    assertThat(bundle.root()).isEqualTo(key("bundle:Default"));
  }

  @Test
  void theChainSaysWhy() {
    ModuleClosure bundle = ModuleClosure.of(LAB, key("bundle:Default"));

    assertThat(bundle.chain(key("template:Name")))
        .containsExactly(
            key("bundle:Default"),
            key("module:Core"),
            key("category:Person"),
            key("property:Has_name"),
            key("template:Name"));
    assertThat(bundle.chain(key("module:Core")))
        .containsExactly(key("bundle:Default"), key("module:Core"));
    assertThat(bundle.chain(key("category:Unused"))).isEmpty();
    assertThat(bundle.chain(key("bundle:Default"))).isEmpty();
  }

  @Test
  void whatADraftDeletesAndAddsCounts() {
    EntityKey agent = key("category:Agent");
    EntityKey person = key("category:Person");
    DraftOverlay draft =
        DraftOverlay.of(LAB, List.of(new DraftChange.Delete(agent, LAB.file(agent))));
    draft =
        draft.with(
            person,
            draft.changeTo(person, Snapshots.document(person, "{'parents':['Agent','Unused']}")));

    Set<EntityKey> members = keys(ModuleClosure.of(draft, key("module:Core")));

    assertThat(members)
        .contains(key("category:Unused"), key("resource:Unused/X"))
        .doesNotContain(agent, key("property:Has_name"), key("subobject:Address"));
  }

  @Test
  void onlyModulesAndBundlesHaveOne() {
    assertThat(ModuleClosure.of(LAB, key("module:Nowhere")).members()).isEmpty();
    assertThatThrownBy(() -> ModuleClosure.of(LAB, key("category:Person")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The members are those that single steps lead to, and each cause is such a step. */
  @ParameterizedTest(name = "seed {0}")
  @CsvSource({"1", "2", "3", "4", "5", "6"})
  void agreesWithFollowingStepByStep(long seed) {
    Ontology ontology = Snapshots.ofFiles(OntologyGenerator.files(seed, 300));
    for (EntityType type : List.of(EntityType.MODULE, EntityType.BUNDLE)) {
      for (EntitySummary root : ontology.entities(type)) {
        ModuleClosure closure = ModuleClosure.of(ontology, root.key());
        assertThat(keys(closure))
            .as("seed %s %s", seed, root.key())
            .isEqualTo(naive(ontology, root.key()));
        for (DerivedMember member : closure.members()) {
          member
              .causes()
              .forEach(cause -> assertThat(steps(ontology, cause.from())).contains(member.key()));
          List<EntityKey> chain = closure.chain(member.key());
          assertThat(chain.getFirst()).isEqualTo(root.key());
          assertThat(chain.getLast()).isEqualTo(member.key());
          for (int i = 1; i < chain.size(); i++) {
            assertThat(steps(ontology, chain.get(i - 1))).contains(chain.get(i));
          }
        }
      }
    }
  }

  private static Set<EntityKey> naive(Ontology ontology, EntityKey root) {
    Set<EntityKey> found = new HashSet<>();
    ArrayDeque<EntityKey> waiting = new ArrayDeque<>(List.of(root));
    while (!waiting.isEmpty()) {
      for (EntityKey next : steps(ontology, waiting.pop())) {
        if (!next.equals(root) && found.add(next)) {
          waiting.push(next);
        }
      }
    }
    return new TreeSet<>(found);
  }

  private static Set<EntityKey> steps(Ontology ontology, EntityKey from) {
    Set<EntityKey> next = new HashSet<>();
    if (from.type() != EntityType.RESOURCE) {
      ontology.referencesFrom(from).forEach(reference -> next.add(reference.target()));
    }
    if (from.type() == EntityType.CATEGORY) {
      for (EntityReference reference : ontology.referencesTo(from)) {
        if (reference.source().type() == EntityType.RESOURCE) {
          next.add(reference.source());
        }
      }
    }
    return next;
  }

  private static Set<EntityKey> keys(ModuleClosure closure) {
    return closure.members().stream()
        .map(DerivedMember::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
