package org.ontodraft.model.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.format.OntologyReader.ReadSchemas;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologySource.TreeEntry.Kind;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;

class OntologyReaderTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void partsPutTogetherEqualTheWhole(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Map<String, String> files = new HashMap<>(OntologyGenerator.files(seed, 60));
    List<String> good = List.copyOf(files.keySet());
    for (int i = 0; i < 20; i++) {
      String path = good.get(random.nextInt(good.size()));
      switch (random.nextInt(4)) {
        case 0 -> files.put(path, "{");
        case 1 -> files.put(path, "\uFEFF" + files.get(path));
        case 2 -> files.put(upperCaseName(path), files.getOrDefault(path, ""));
        default -> files.put(path.replace(".json", "_copy.json"), files.getOrDefault(path, ""));
      }
    }
    InMemoryRepository repository = InMemoryRepository.of(files);
    ReadOntology whole = repository.read(repository.head());
    assertThat(whole.problems()).isNotEmpty();
    List<List<TreeEntry>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (TreeEntry entry : repository.entries(repository.head().commit())) {
      parts.get(random.nextInt(parts.size())).add(entry);
    }

    ReadOntology merged =
        OntologyReader.merge(
            parts.stream().map(part -> OntologyReader.read(repository, part, done -> {})).toList());

    assertThat(merged.entities()).as("seed %s", seed).isEqualTo(whole.entities());
    assertThat(merged.problems()).as("seed %s", seed).isEqualTo(whole.problems());
  }

  private static String upperCaseName(String path) {
    int slash = path.lastIndexOf('/') + 1;
    String name = path.substring(slash, path.length() - ".json".length());
    return path.substring(0, slash) + name.toUpperCase(Locale.ROOT) + ".json";
  }

  @Test
  void progressCountsEveryEntryAndMayCancel() {
    InMemoryRepository repository = InMemoryRepository.of(OntologyGenerator.files(9, 30));
    List<TreeEntry> entries = repository.entries(repository.head().commit());
    List<Integer> told = new ArrayList<>();

    OntologyReader.read(repository, entries, told::add);

    assertThat(told).hasSize(30).isSorted().endsWith(30);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() ->
            OntologyReader.read(
                repository,
                entries,
                done -> {
                  if (done == 3) {
                    throw new CancellationException();
                  }
                }));
  }

  @Test
  void schemasAreReadPerType() {
    InMemoryRepository repository =
        InMemoryRepository.of(
            Map.of(
                "categories/_schema.json", "{\"type\": \"object\"}",
                "modules/_schema.json", "{broken",
                "resources/Person/_schema.json", "{}",
                "categories/Person.json", "{\"id\": \"Person\"}"));
    repository.commitEntry(
        "latin", "bundles/_schema.json", "{\"title\": \"é\"}".getBytes(ISO_8859_1), Kind.FILE);
    repository.commitEntry("link", "dashboards/_schema.json", "../x".getBytes(UTF_8), Kind.SYMLINK);

    ReadSchemas schemas =
        OntologyReader.readSchemas(repository, repository.entries(repository.head().commit()));

    assertThat(schemas.files()).containsOnlyKeys(EntityType.CATEGORY);
    assertThat(schemas.files().get(EntityType.CATEGORY))
        .satisfies(file -> assertThat(file.text()).isEqualTo("{\"type\": \"object\"}"));
    assertThat(schemas.problems())
        .extracting(SourceProblem::path, SourceProblem::code)
        .containsExactly(
            tuple("bundles/_schema.json", SourceProblem.Code.ENCODING),
            tuple("modules/_schema.json", SourceProblem.Code.MALFORMED));
  }
}
