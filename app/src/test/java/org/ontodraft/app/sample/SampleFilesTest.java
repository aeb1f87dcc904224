package org.ontodraft.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.EncodeResult;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
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
    assertThat(read.files().keySet())
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(EntityType.MEDIA)));
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
    assertThat(repository.ontology().entities(type))
        .hasSizeGreaterThan(type == EntityType.MEDIA ? 0 : 1);
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
    Ontology ontology = repository.ontology();
    Map<String, String> written = new TreeMap<>();
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : ontology.entities(type)) {
        EncodeResult result =
            EntityCodec.ofPath(entity.sourcePath())
                .encode(
                    entity.key(),
                    ontology.file(entity.key()),
                    ontology.document(entity.key()),
                    null);
        assertThat(result).isInstanceOf(EncodeResult.Encoded.class);
        written.putAll(((EncodeResult.Encoded) result).texts());
      }
    }
    assertThat(files).containsAllEntriesOf(written);
    assertThat(written).hasSizeGreaterThan(150);
  }

  @ParameterizedTest(name = "{0} is in {1}")
  @CsvSource({
    "dashboard:Herbarium_desk, dashboards/Herbarium_desk.wikitext, 3",
    "template:Label/Picture, templates/Label/Picture.wikitext, 1",
    "resource:Herbarium_sheet/2021-0031, resources/Herbarium_sheet/2021-0031.wikitext, 1"
  })
  void carriesWikitext(String key, String path, int files) {
    EntityKey entity = EntityKey.parse(key).orElseThrow();
    SourceFile file = repository.ontology().file(entity);
    assertThat(file.path()).isEqualTo(path);
    assertThat(file.files()).hasSize(files);
  }

  @Test
  void onePageIsInTwoCategoriesAndShowsAnImageThatIsThere() {
    EntityKey sheet = EntityKey.of(EntityType.RESOURCE, "Herbarium_sheet/2021-0031");
    EntityDocument document = repository.ontology().document(sheet);
    assertThat(document.texts("categories"))
        .containsExactly("Herbarium_sheet", "Botanical_illustration");
    assertThat(document.text("wikitext").orElseThrow()).contains("[[File:Painted_gentian.svg|");
    assertThat(files("sample"))
        .containsKeys("media/Painted_gentian.svg", "media/Painted_gentian.json");
  }
}
