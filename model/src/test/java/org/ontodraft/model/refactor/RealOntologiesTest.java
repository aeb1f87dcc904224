package org.ontodraft.model.refactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.impact.ImpactRule;
import org.ontodraft.model.impact.SemverPolicy;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.refactor.RefactoringOutcome.Previewed;
import org.ontodraft.model.refactor.RefactoringOutcome.Refused;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.SharedOntology;
import org.ontodraft.model.validation.Finding;

/** Every entity of two real ontologies, renamed and deleted. */
class RealOntologiesTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"labki-json", "labki-wikitext"})
  void everyEntityCanBeRenamedAndDeleted(String name, @TempDir Path scratch)
      throws IOException, InterruptedException {
    Optional<SharedOntology> shared = SharedOntology.find(name);
    assumeThat(shared).as("the bundle " + name + " beside the repository").isPresent();
    Map<String, String> files = new LinkedHashMap<>();
    shared
        .orElseThrow()
        .head(scratch)
        .forEach((path, bytes) -> files.put(path, new String(bytes, UTF_8)));
    InMemoryRepository repository = InMemoryRepository.of(files);
    RepositorySchemas schemas =
        RepositorySchemas.compile(
            OntologyReader.readSchemas(repository, repository.entries(repository.head().commit()))
                .files());
    Ontology base = repository.ontology();
    DraftOverlay none = DraftOverlay.of(base, List.of());
    Set<String> wrongAlready =
        DraftValidation.everything(none, schemas).stream()
            .map(RealOntologiesTest::place)
            .collect(Collectors.toSet());
    int renamed = 0;
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : base.entities(type)) {
        EntityKey key = entity.key();
        switch (new Rename(key, key.key() + "_renamed").preview(none, schemas)) {
          case Previewed(RefactoringPreview preview) -> {
            renamed++;
            assertThat(preview.after().referencesTo(key)).isEmpty();
            assertThat(preview.impact(SemverPolicy.DEFAULT).changes())
                .as("%s", key)
                .anyMatch(change -> change.rule() == ImpactRule.ENTITY_RENAMED);
            assertThat(preview.findings(schemas))
                .as("%s", key)
                .filteredOn(finding -> finding.rule().endsWith("-reference"))
                .allMatch(finding -> wrongAlready.contains(place(finding)));
            assertThat(DraftFiles.of(preview.step().inverse().appliedTo(preview.after())))
                .as("%s", key)
                .isEmpty();
          }
          case Refused(List<Refusal> reasons) ->
              assertThat(reasons)
                  .as("%s", key)
                  .allMatch(refusal ->
                      refusal.reason() == Refusal.Reason.KEY_AGAINST_SCHEMA
                          || refusal.reason() == Refusal.Reason.NOT_WRITABLE);
        }
        assertThat(new DeleteWithDependents(key).preview(none, schemas))
            .as("%s", key)
            .isInstanceOf(Previewed.class);
      }
    }
    assertThat(renamed).isGreaterThan(10);
  }

  private static String place(Finding finding) {
    return finding.key() + finding.pointer();
  }
}
