package org.ontodraft.model.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;

class SemverImpactTest {
  private static SemverImpact impact(Ontology base, Ontology mine) {
    return SemverImpact.of(OntologyDiff.between(base, mine), SemverPolicy.DEFAULT);
  }

  /** Modules and bundles that a change counts for, with the way there. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          K1 listed             | category:A {'label':'x'}; module:M {'categories':['A']} | category:A {'label':'y'} | M PATCH A>M
          K2 needed ancestor    | category:A {}; category:B {'parents':['A']}; module:M {'categories':['B']} | category:A {'label':'y'} | M PATCH A>B>M
          K3 property of it     | property:P {'cardinality':'single'}; category:B {'optional_properties':['P']}; module:M {'categories':['B']} | property:P {} | M MINOR P>B>M
          K4 depends on it      | category:A {'label':'x'}; module:M {'categories':['A']}; module:N {'dependencies':['M']}; module:O {'dependencies':['N']} | category:A {'label':'y'} | M PATCH A>M; N PATCH A>M>N; O PATCH A>M>N>O
          K5 bundle             | category:A {'label':'x'}; module:M {'categories':['A']}; bundle:B {'modules':['M']} | category:A {'label':'y'} | M PATCH A>M; B PATCH A>M>B
          K6 deleted, by base   | category:A {}; category:B {}; module:M {'categories':['A','B']} | category:A - ; module:M {'categories':['B']} | M MAJOR M
          K7 deleted and needed | category:A {}; category:B {'parents':['A']}; module:M {'categories':['B']} | category:A - ; category:B {} | M MAJOR B>M
          K8 resource of it     | category:A {}; resource:A/r {'category':'A','label':'x'}; module:M {'categories':['A']} | resource:A/r {'category':'A','label':'y'} | M PATCH A/r>A>M
          K9 not in any         | category:A {'label':'x'}; category:B {}; module:M {'categories':['B']} | category:A {'label':'y'} |
          K10 in a ring         | category:A {'label':'x'}; module:M {'categories':['A'],'dependencies':['N']}; module:N {'dependencies':['M']} | category:A {'label':'y'} | M PATCH A>M; N PATCH A>M>N
          K11 the greatest wins | category:A {'label':'x'}; property:P {}; module:M {'categories':['A'],'properties':['P']} | category:A {'label':'y'}; property:P {'unique_values':true} | M MAJOR P>M
          K12 dashboard         | dashboard:D {'label':'x'}; bundle:B {'dashboards':['D']} | dashboard:D {'label':'y'} | B PATCH D>B
          """)
  void cascades(String row, String entities, String changes, @Nullable String expected) {
    List<String> after = new ArrayList<>(List.of(entities.split("; ")));
    for (String change : changes.split("; ")) {
      String key = change.substring(0, change.indexOf(' '));
      after.removeIf(entity -> entity.startsWith(key + " "));
      if (!change.strip().endsWith("-")) {
        after.add(change);
      }
    }
    SemverImpact impact =
        impact(Snapshots.of(entities.split("; ")), Snapshots.of(after.toArray(String[]::new)));
    List<OwnerImpact> owners = new ArrayList<>(impact.modules());
    owners.addAll(impact.bundles());
    assertThat(
            owners.stream()
                .map(owner ->
                    owner.owner().key()
                        + " "
                        + owner.level()
                        + " "
                        + owner.because().stream()
                            .map(step -> step.key())
                            .collect(Collectors.joining(">")))
                .collect(Collectors.joining("; ")))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void inheritedChangesAreToldOfDescendants() {
    Ontology base =
        Snapshots.of(
            "category:A {'optional_properties':['P']}",
            "category:B {'parents':['A']}",
            "category:C {'parents':['B'],'required_properties':['P']}",
            "property:P {}");
    Ontology mine =
        Snapshots.of(
            "category:A {}",
            "category:B {'parents':['A']}",
            "category:C {'parents':['B'],'required_properties':['P']}",
            "property:P {}");

    assertThat(impact(base, mine).changes())
        .extracting(
            change -> change.entity() + " " + change.rule().row() + " " + change.inherited())
        .containsExactly("category:A CA2 false", "category:B CA2 true");
  }

  @Test
  void whatMovesUpIsNotLost() {
    Ontology base =
        Snapshots.of(
            "category:A {}",
            "category:B {'parents':['A'],'optional_properties':['P']}",
            "property:P {}");
    Ontology mine =
        Snapshots.of(
            "category:A {'optional_properties':['P']}",
            "category:B {'parents':['A']}",
            "property:P {}");

    SemverImpact impact = impact(base, mine);

    assertThat(impact.level()).isEqualTo(SemverLevel.MINOR);
    assertThat(impact.entity(key("category:B")))
        .hasValueSatisfying(entity -> assertThat(entity.level()).isEqualTo(SemverLevel.PATCH));
  }

  @Test
  void aNewRequiredPropertyTightensAndLoosens() {
    SemverImpact impact =
        impact(
            Snapshots.of("category:A {}", "property:P {}"),
            Snapshots.of("category:A {'required_properties':['P']}", "property:P {}"));

    assertThat(impact.entity(key("category:A")))
        .hasValueSatisfying(entity -> {
          assertThat(entity.level()).isEqualTo(SemverLevel.MAJOR);
          assertThat(entity.directions())
              .containsExactlyInAnyOrder(Direction.TIGHTENING, Direction.LOOSENING);
        });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          U1 added          | {}                             | {'required_properties':['P']}  | CA1 CA3
          U2 gone           | {'optional_properties':['P']}  | {}                             | CA2
          U3 to required    | {'optional_properties':['P']}  | {'required_properties':['P']}  | CA3
          U4 to optional    | {'required_properties':['P']}  | {'optional_properties':['P']}  | CA4
          U5 out of both    | {'required_properties':['P'],'optional_properties':['P']} | {'optional_properties':['P']} | CA4
          U6 said twice     | {'required_properties':['P'],'optional_properties':['P']} | {'required_properties':['P']} | TX7
          """)
  void subobjectsAreJudgedByBothLists(String row, String before, String after, String expected) {
    SemverImpact impact =
        impact(
            Snapshots.of("subobject:S " + before, "property:P {}"),
            Snapshots.of("subobject:S " + after, "property:P {}"));
    assertThat(
            impact.changes().stream()
                .map(change -> change.rule().row())
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @Test
  void thePolicyChoosesTheLevelOfATemplate() {
    Ontology base = Snapshots.of("template:T {'wikitext':'x'}");
    Ontology mine = Snapshots.of("template:T {'wikitext':'y'}");
    OntologyDiff diff = OntologyDiff.between(base, mine);

    assertThat(SemverImpact.of(diff, SemverPolicy.DEFAULT).level()).isEqualTo(SemverLevel.MINOR);
    assertThat(SemverImpact.of(diff, new SemverPolicy(SemverLevel.MAJOR)).level())
        .isEqualTo(SemverLevel.MAJOR);
    assertThat(impact(base, mine).changes()).allMatch(change -> change.rule().needsReview());
  }

  @Test
  void aResourceOfTheOntologyIsTheWitnessWhereOneIs() {
    String values = "property:P {'datatype':'Text','cardinality':'multiple'}";
    String single = "property:P {'datatype':'Text','cardinality':'single'}";
    String good = "resource:A/good {'P':['a']}";
    String broken = "resource:A/two {'P':['a','b']}";
    OntologyDiff diff =
        OntologyDiff.between(
            Snapshots.of(values, good, broken), Snapshots.of(single, good, broken));
    ChangeImpact change = SemverImpact.of(diff, SemverPolicy.DEFAULT).changes().getFirst();

    assertThat(new WitnessSearch(diff).of(change))
        .hasValueSatisfying(witness ->
            assertThat(witness)
                .isInstanceOfSatisfying(
                    Witness.Invalidated.class,
                    invalid -> {
                      assertThat(invalid.entity()).isEqualTo(key("resource:A/two"));
                      assertThat(invalid.generated()).isFalse();
                      assertThat(invalid.findings())
                          .extracting(finding -> finding.rule())
                          .containsExactly("too-many-values");
                    }));
  }

  @Test
  void oddValuesAndLongListsAreJudgedToo() {
    String many =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "'v" + i + "'")
            .collect(Collectors.joining(",", "[", "]"));
    SemverImpact impact =
        impact(
            Snapshots.of(
                "property:P {'allowed_values':" + many + "}",
                "property:Q {'datatype':1,'cardinality':[],'unique_values':'yes','allowed_values':7}",
                "dashboard:D {'pages':'none'}",
                "category:C {'parents':'C','required_properties':{'x':1}}"),
            Snapshots.of(
                "property:P {'allowed_values':['v1']}",
                "property:Q {'datatype':{},'cardinality':'single','allowed_values':{'x':[]}}",
                "dashboard:D {'pages':[1]}",
                "category:C {'parents':['C'],'required_properties':null}"));

    assertThat(impact.entity(key("property:P")).orElseThrow().changes()).hasSize(99_999);
    assertThat(impact.entities().values()).allMatch(e -> e.level() != SemverLevel.NONE);
    assertThat(impact.entities()).hasSize(4);
  }
}
