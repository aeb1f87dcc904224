package org.ontodraft.model.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.SharedOntology;
import org.ontodraft.model.validation.Finding;

/** All that the rules say of a real ontology at its head, as the tables of docs/findings.md. */
final class RepositoryFindings {
  private static final int EXAMPLES = 3;

  private RepositoryFindings() {}

  /** Every finding, one a row. */
  static String list(SharedOntology ontology, Path scratch)
      throws IOException, InterruptedException {
    InMemoryRepository repository = repository(ontology, scratch);
    List<String> rows = new ArrayList<>();
    for (SourceProblem problem : repository.ontology().problems()) {
      rows.add(row(problem.code().shortCode(), problem.path(), "", problem.arguments().toString()));
    }
    for (Finding finding : findings(repository)) {
      rows.add(
          row(
              finding.rule(),
              finding.key().toString(),
              finding.pointer(),
              String.join(", ", finding.arguments())));
    }
    return table("| Rule | Entity | Place | Arguments |\n| --- | --- | --- | --- |", rows);
  }

  /** How many findings each rule has, with the first few. */
  static String counts(SharedOntology ontology, Path scratch)
      throws IOException, InterruptedException {
    Map<String, List<Finding>> byRule = new TreeMap<>();
    for (Finding finding : findings(repository(ontology, scratch))) {
      byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding);
    }
    List<String> rows = new ArrayList<>();
    byRule.forEach((rule, found) -> {
      List<String> examples = new ArrayList<>();
      for (Finding finding : found.subList(0, Math.min(EXAMPLES, found.size()))) {
        examples.add(finding.key() + " (" + String.join(", ", finding.arguments()) + ")");
      }
      rows.add(row(rule, Integer.toString(found.size()), String.join("; ", examples)));
    });
    return table("| Rule | Findings | First ones |\n| --- | --- | --- |", rows);
  }

  private static String table(String heading, List<String> rows) {
    return heading + "\n" + String.join("", rows);
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|").replace("\n", " ")).append(" |");
    }
    return row.append('\n').toString().replace("  |", " |");
  }

  static List<Finding> findings(InMemoryRepository repository) {
    Ontology ontology = repository.ontology();
    RepositorySchemas schemas =
        RepositorySchemas.compile(
            OntologyReader.readSchemas(repository, repository.entries(repository.head().commit()))
                .files());
    return DraftValidation.everything(DraftOverlay.of(ontology, List.of()), schemas);
  }

  private static InMemoryRepository repository(SharedOntology ontology, Path scratch)
      throws IOException, InterruptedException {
    Map<String, String> files = new LinkedHashMap<>();
    ontology.head(scratch).forEach((path, bytes) -> files.put(path, new String(bytes, UTF_8)));
    return InMemoryRepository.of(files);
  }
}
