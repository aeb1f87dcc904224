package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.testing.TangledOntology;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;

/** Every fix that is offered answers its finding, is an edit, and does nothing a second time. */
class QuickFixLawTest {
  private static final RepositorySchemas SCHEMAS = RepositorySchemas.compile(Map.of());

  @Test
  void answersItsFinding() {
    Set<String> fixed = new TreeSet<>();
    for (long seed = 0; seed < 120; seed++) {
      Ontology base = Snapshots.of(new TangledOntology(new Random(seed)).documents());
      DraftOverlay none = DraftOverlay.of(base, List.of());
      DraftValidation validation = DraftValidation.of(base, SCHEMAS);
      for (Finding finding : DraftValidation.everything(none, SCHEMAS)) {
        for (QuickFix fix : validation.fixes(finding)) {
          String at = "seed %d: %s of %s".formatted(seed, fix, finding);
          EntityDocument before = base.document(fix.key());
          EntityDocument after = fix.applyTo(before);
          assertThat(after).as(at).isNotEqualTo(before);
          assertThat(fix.applyTo(after)).as(at).isEqualTo(after);
          DraftOverlay mended = none.with(fix.key(), none.changeTo(fix.key(), after));
          assertThat(Finding.without(List.of(finding), DraftValidation.everything(mended, SCHEMAS)))
              .as(at)
              .isNotEmpty();
          fixed.add(finding.rule());
        }
      }
    }
    assertThat(fixed).hasSizeGreaterThan(15);
  }
}
