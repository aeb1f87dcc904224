package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.testing.SharedOntology;

/**
 * {@code docs/findings.md} holds what the rules say of the real ontologies today. When it does not,
 * the table as it ought to be is in {@code target/findings}.
 */
class RepositoryFindingsTest {
  private static final Path PAGE = Path.of("../docs/findings.md");
  private static final Path MADE = Path.of("target/findings");

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"labki-json", "labki-wikitext", "schemaorg"})
  void areAllListed(String name, @TempDir Path scratch) throws IOException, InterruptedException {
    Optional<SharedOntology> ontology = SharedOntology.find(name);
    assumeThat(ontology).as("the bundle " + name + " beside the repository").isPresent();
    String table =
        name.equals("schemaorg")
            ? RepositoryFindings.counts(ontology.orElseThrow(), scratch)
            : RepositoryFindings.list(ontology.orElseThrow(), scratch);
    Files.createDirectories(MADE);
    Files.writeString(MADE.resolve(name + ".md"), table);
    assertThat(Files.readString(PAGE)).contains(table);
  }
}
