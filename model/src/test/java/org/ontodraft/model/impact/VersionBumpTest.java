package org.ontodraft.model.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.InMemoryRepository;

class VersionBumpTest {
  private static Ontology with(String label, String properties, String version) {
    return InMemoryRepository.of(
            Map.of(
                "categories/A.json",
                "{\"id\":\"A\",\"label\":\""
                    + label
                    + "\",\"required_properties\":["
                    + properties
                    + "]}",
                "properties/Has_a.json",
                "{\"id\":\"Has_a\",\"datatype\":\"Text\"}",
                "modules/M.json",
                "{\"id\":\"M\",\"version\":\"" + version + "\",\"categories\":[\"A\"]}"))
        .ontology();
  }

  @ParameterizedTest
  @CsvSource({
    "B, '', 1.2.3, 1.2.3, PATCH, 1.2.4, false",
    "A, '\"Has_a\"', 1.2.3, 1.2.3, MAJOR, 2.0.0, false",
    "A, '\"Has_a\"', 1.2.3, 2.0.0, MAJOR, 2.0.0, true",
    "A, '\"Has_a\"', 1.2.3, 3.1.0, MAJOR, 2.0.0, true"
  })
  void the_least_version_that_says_it(
      String label,
      String properties,
      String now,
      String given,
      SemverLevel level,
      String then,
      boolean made) {
    Ontology base = with("A", "", now);
    Ontology mine = with(label, properties, given);
    SemverImpact impact = SemverImpact.of(OntologyDiff.between(base, mine), SemverPolicy.DEFAULT);

    List<VersionBump> bumps = VersionBump.of(impact, base, mine);

    assertThat(bumps)
        .singleElement()
        .satisfies(bump -> {
          assertThat(bump.level()).isEqualTo(level);
          assertThat(bump.then()).isEqualTo(then);
          assertThat(bump.made()).isEqualTo(made);
        });
  }

  @ParameterizedTest
  @CsvSource({"1.2", "v1.2.3", "01.2.3", "1.2.3-beta", "99999999999.0.0"})
  void a_version_of_another_form_is_left_alone(String version) {
    Ontology base = with("A", "", version);
    Ontology mine = with("B", "", version);
    SemverImpact impact = SemverImpact.of(OntologyDiff.between(base, mine), SemverPolicy.DEFAULT);
    assertThat(VersionBump.of(impact, base, mine)).isEmpty();
  }
}
