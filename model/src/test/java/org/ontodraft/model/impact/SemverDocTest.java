package org.ontodraft.model.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.ModuleClosure;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.validation.Finding;

/** The table of {@code docs/semver.md}, row by row. */
class SemverDocTest {
  private record Row(
      String id, String level, String direction, String before, String after, String witness) {}

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("../docs/semver.md")).stream()
        .filter(line -> line.matches("\\| [A-Z]{2}[0-9]+ \\|.*"))
        .map(line -> line.split(" \\| "))
        .map(cell -> new Row(cell[0].substring(2), cell[2], cell[3], cell[4], cell[5], cell[6]))
        .toList();
  }

  @Test
  void everyRuleHasARow() throws IOException {
    assertThat(rows())
        .extracting(Row::id)
        .containsExactlyElementsOf(
            Arrays.stream(ImpactRule.values()).map(ImpactRule::row).toList());
  }

  @TestFactory
  Stream<DynamicTest> rowsHold() throws IOException {
    return rows().stream().map(row -> DynamicTest.dynamicTest(row.id(), () -> check(row)));
  }

  private static void check(Row row) {
    Ontology base = Snapshots.of(row.before().split("; "));
    Ontology mine = Snapshots.of(row.after().split("; "));
    OntologyDiff diff = OntologyDiff.between(base, mine);
    SemverImpact impact = SemverImpact.of(diff, SemverPolicy.DEFAULT);
    List<ChangeImpact> changes =
        impact.changes().stream().filter(change -> change.rule().row().equals(row.id())).toList();

    assertThat(changes).as("found among %s", impact.changes()).isNotEmpty();
    assertThat(changes)
        .allMatch(change -> name(change.level()).equals(row.level()))
        .allMatch(change -> name(change.direction()).equals(row.direction()));
    assertThat(impact.level()).isGreaterThanOrEqualTo(changes.getFirst().level());
    WitnessSearch search = new WitnessSearch(diff);
    for (ChangeImpact change : changes) {
      assertThat(search.of(change).isPresent()).isEqualTo(change.level() == SemverLevel.MAJOR);
      search
          .of(change)
          .ifPresent(witness -> {
            assertThat(kind(witness, change)).as("%s", change).isEqualTo(row.witness());
            prove(witness, base, mine);
          });
    }
    if (changes.getFirst().level() != SemverLevel.MAJOR) {
      assertThat(row.witness()).isEqualTo("-");
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String kind(Witness witness, ChangeImpact change) {
    return switch (witness) {
      case Witness.Invalidated invalid when invalid.entity().equals(change.entity()) -> "itself";
      case Witness.Invalidated invalid when invalid.entity().type() == EntityType.RESOURCE ->
          "resource";
      case Witness.Invalidated invalid -> "referrer";
      case Witness.NoLongerMember member -> "membership";
      case Witness.OutsideTheRepository outside -> "outside";
    };
  }

  /** Runs the validation of a draft on both sides, apart from the search. */
  private static void prove(Witness witness, Ontology base, Ontology mine) {
    switch (witness) {
      case Witness.Invalidated invalid -> {
        List<Finding> after = findings(mine, invalid);
        assertThat(after).containsAll(invalid.findings());
        if (invalid.madeUp().size() < 2) {
          assertThat(findings(base, invalid))
              .allMatch(finding -> finding.rule().startsWith("orphan"));
        }
        assertThat(findings(base, invalid)).doesNotContainAnyElementsOf(invalid.findings());
      }
      case Witness.NoLongerMember(EntityKey owner, EntityKey member) -> {
        assertThat(ModuleClosure.of(base, owner).member(member)).isPresent();
        assertThat(ModuleClosure.of(mine, owner).member(member)).isEmpty();
      }
      case Witness.OutsideTheRepository outside -> assertThat(outside.entity()).isNotNull();
    }
  }

  private static List<Finding> findings(Ontology ontology, Witness.Invalidated witness) {
    DraftOverlay overlay = DraftOverlay.of(ontology, List.of());
    if (witness.generated()) {
      for (Map.Entry<EntityKey, EntityDocument> made : witness.madeUp().entrySet()) {
        overlay = overlay.with(made.getKey(), overlay.changeTo(made.getKey(), made.getValue()));
      }
    }
    return DraftValidation.everything(overlay, RepositorySchemas.compile(Map.of())).stream()
        .filter(finding -> finding.key().equals(witness.entity()))
        .toList();
  }
}
