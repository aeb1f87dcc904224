package org.ontodraft.model.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.ontodraft.model.schema.CategorySchema.PERSON;
import static org.ontodraft.model.schema.CategorySchema.describe;
import static org.ontodraft.model.schema.CategorySchema.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.SharedOntology;
import org.ontodraft.model.validation.Finding;

class RepositorySchemasTest {
  @Test
  void schemasOfOneRepositoryMayReferToEachOther() {
    Map<EntityType, SourceFile> files = new EnumMap<>(EntityType.class);
    files.put(
        EntityType.CATEGORY,
        file(
            EntityType.CATEGORY,
            "{\"$id\": \"https://example.org/c\", \"$defs\": {\"k\":"
                + " {\"pattern\": \"^[A-Z]\"}}}"));
    files.put(
        EntityType.MODULE,
        file(
            EntityType.MODULE,
            "{\"$id\": \"https://example.org/m\", \"properties\": {\"id\":"
                + " {\"$ref\": \"c#/$defs/k\"}}}"));
    files.put(
        EntityType.BUNDLE,
        file(
            EntityType.BUNDLE,
            "{\"properties\": {\"id\": {\"$ref\":"
                + " \"../categories/_schema.json#/$defs/k\"}}}"));
    RepositorySchemas schemas = RepositorySchemas.compile(files);

    assertThat(schemas.problems()).isEmpty();
    for (EntityType type : List.of(EntityType.MODULE, EntityType.BUNDLE)) {
      assertThat(
              describe(
                  schemas.check(EntityKey.of(type, "Person"), JsonCodec.parse("{\"id\": \"a\"}"))))
          .containsExactly("ERROR schema-pattern /id [^[A-Z], a]");
    }
  }

  @Test
  void builtInSchemaChecksShapeOnly() {
    RepositorySchemas schemas = RepositorySchemas.compile(Map.of());
    InMemoryRepository repository = InMemoryRepository.of(OntologyGenerator.files(1, 400));

    repository
        .read(repository.head())
        .entities()
        .forEach(entity ->
            assertThat(schemas.check(entity.summary().key(), entity.document())).isEmpty());
    EntityDocument odd =
        JsonCodec.parse(
            "{\"parents\": {}, \"label\": 1, \"optional_properties\": [2], \"x\": null}");
    assertThat(describe(schemas.check(PERSON, odd)))
        .containsExactly(
            "ERROR schema-required /id [id]",
            "ERROR schema-type /label [string, integer]",
            "ERROR schema-type /optional_properties/0 [string, integer]",
            "ERROR schema-type /parents [array, object]");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"labki-json", "schemaorg"})
  void realOntologiesFollowTheirOwnSchemas(String name, @TempDir Path scratch)
      throws IOException, InterruptedException {
    Optional<SharedOntology> ontology = SharedOntology.find(name);
    assumeThat(ontology).as("the bundle " + name + " beside the repository").isPresent();
    Map<EntityType, SourceFile> files = new EnumMap<>(EntityType.class);
    Map<EntityKey, EntityDocument> documents = new LinkedHashMap<>();
    ontology
        .orElseThrow()
        .head(scratch)
        .forEach((path, bytes) -> {
          String text = new String(bytes, UTF_8);
          switch (RepositoryLayout.roleOf(path)) {
            case PathRole.SchemaFile(var type) -> files.put(type, file(type, text));
            case PathRole.EntityFile(var key) -> documents.put(key, JsonCodec.parse(text));
            default -> {}
          }
        });

    RepositorySchemas schemas = RepositorySchemas.compile(files);

    assertThat(schemas.problems()).isEmpty();
    List<Finding> findings = new ArrayList<>();
    documents.forEach((key, document) -> findings.addAll(schemas.check(key, document)));
    assertThat(documents).hasSizeGreaterThan(15);
    assertThat(describe(findings)).isEmpty();
  }
}
