package org.ontodraft.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.validation.Finding;

/** The bundled sample is what it says it is: complete, valid, and worth a tour. */
class SampleFilesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/org/ontodraft/app");

  private final InMemoryRepository repository = InMemoryRepository.of(files("sample"));

  private static Map<String, String> files(String root) {
    Path folder = RESOURCES.resolve(root);
    try {
      Map<String, String> files = new TreeMap<>();
      for (String path : Files.readAllLines(folder.resolve("index.txt"))) {
        files.put(path, Files.readString(folder.resolve(path)));
      }
      return files;
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static EntityKey category(String key) {
    return EntityKey.of(EntityType.CATEGORY, key);
  }

  @ParameterizedTest(name = "{0}/index.txt")
  @CsvSource({"sample", "sample-upstream"})
  void namesEveryFile(String root) throws IOException {
    Path folder = RESOURCES.resolve(root);
    try (Stream<Path> tree = Files.walk(folder)) {
      List<String> found =
          tree.filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(path -> !path.equals("index.txt"))
              .sorted()
              .toList();
      assertThat(Files.readAllLines(folder.resolve("index.txt"))).isEqualTo(found);
    }
  }

  @ParameterizedTest(name = "with upstream''s change: {0}")
  @CsvSource({"false", "true"})
  void isValidAndWhole(boolean changed) {
    if (changed) {
      repository.commit("Another curator", files("sample-upstream"));
    }
    Ontology ontology = repository.ontology();
    assertThat(ontology.problems()).isEmpty();

    OntologyReader.ReadSchemas read =
        OntologyReader.readSchemas(repository, repository.entries(repository.head().commit()));
    RepositorySchemas schemas = RepositorySchemas.compile(read.files());
    assertThat(read.files()).containsOnlyKeys(EntityType.values());
    assertThat(schemas.problems()).isEmpty();

    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : ontology.entities(type)) {
        List<Finding> findings = schemas.check(entity.key(), ontology.document(entity.key()));
        assertThat(findings).as(entity.key().toString()).isEmpty();
        assertThat(ontology.referencesFrom(entity.key()))
            .extracting(EntityReference::target)
            .allSatisfy(target -> assertThat(ontology.find(target)).as(target + "").isPresent());
      }
    }
    assertThat(Hierarchy.of(ontology).cycles()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(EntityType.class)
  void holdsEveryType(EntityType type) {
    assertThat(repository.ontology().entities(type)).hasSizeGreaterThan(1);
  }

  @ParameterizedTest(name = "{0} must have {1}, which {2} requires")
  @CsvSource({
    "Type_sheet, Has_barcode, Type_specimen",
    "Hybrid_cultivar, Has_parentage, Hybrid",
    "Botanical_garden, Has_coordinates, Botanical_garden"
  })
  void inheritsAlongTwoWays(String category, String property, String requiredBy) {
    Hierarchy hierarchy = Hierarchy.of(repository.ontology());
    assertThat(hierarchy.parents(category(category))).hasSizeGreaterThan(1);
    EffectiveItem item =
        hierarchy.effectiveProperties(category(category)).stream()
            .filter(candidate -> candidate.item().key().equals(property))
            .findFirst()
            .orElseThrow();
    assertThat(item.required()).isTrue();
    assertThat(item.provenance())
        .anySatisfy(from -> {
          assertThat(from.source()).isEqualTo(category(requiredBy));
          assertThat(from.required()).isTrue();
        })
        .anySatisfy(from -> assertThat(from.required()).isFalse());
  }

  @Test
  void comesBackByteForByte() {
    Map<String, String> files = files("sample");
    Map<String, String> written =
        files.keySet().stream()
            .collect(Collectors.toMap(path -> path, path -> rewritten(path, files)));
    assertThat(written).isEqualTo(files);
  }

  private static String rewritten(String path, Map<String, String> files) {
    String text = files.getOrDefault(path, "");
    return path.endsWith(".json") ? JsonCodec.encode(text, JsonCodec.parse(text), null) : text;
  }
}
