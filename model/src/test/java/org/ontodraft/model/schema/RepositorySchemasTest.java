package org.ontodraft.model.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.SharedOntology;
import org.ontodraft.model.validation.Finding;

class RepositorySchemasTest {
  static Stream<Arguments> rules() {
    return Stream.of(
        row(
            "S01 required",
            "{\"required\": [\"label\"]}",
            "{}",
            "ERROR schema-required /label [label]"),
        row(
            "S02 additional",
            "{\"properties\": {\"a\": true}, \"additionalProperties\": false}",
            "{\"a\": 1, \"b/c\": 2}",
            "ERROR schema-additional-properties /b~1c [b/c]"),
        row(
            "S03 type",
            "{\"properties\": {\"a\": {\"type\": \"string\"}}}",
            "{\"a\": 1}",
            "ERROR schema-type /a [string, integer]"),
        row(
            "S04 several types",
            "{\"properties\": {\"a\": {\"type\": [\"string\", \"null\"]}}}",
            "{\"a\": 1.5}",
            "ERROR schema-type /a [string or null, number]"),
        row(
            "S05 enum",
            "{\"properties\": {\"a\": {\"enum\": [\"x\", 2]}}}",
            "{\"a\": \"y\"}",
            "ERROR schema-enum /a [x, 2, y]"),
        row(
            "S06 const",
            "{\"properties\": {\"a\": {\"const\": \"x\"}}}",
            "{\"a\": \"y\"}",
            "ERROR schema-const /a [x, y]"),
        row(
            "S07 pattern",
            "{\"properties\": {\"a\": {\"pattern\": \"^[A-Z]\"}}}",
            "{\"a\": \"y\"}",
            "ERROR schema-pattern /a [^[A-Z], y]"),
        row(
            "S08 pattern is not anchored",
            "{\"properties\": {\"a\": {\"pattern\": \"b\"}}}",
            "{\"a\": \"abc\"}"),
        row(
            "S09 length in code points",
            "{\"properties\": {\"a\": {\"maxLength\": 1, \"minLength\": 1},"
                + " \"b\": {\"minLength\": 1}}}",
            "{\"a\": \"😀\", \"b\": \"\"}",
            "ERROR schema-min-length /b [1, 0]"),
        row(
            "S10 items",
            "{\"properties\": {\"a\": {\"minItems\": 1, \"uniqueItems\": true}}}",
            "{\"a\": []}",
            "ERROR schema-min-items /a [1, 0]"),
        row(
            "S11 twins",
            "{\"properties\": {\"a\": {\"uniqueItems\": true}}}",
            "{\"a\": [\"x\", \"y\", \"x\"]}",
            "ERROR schema-unique-items /a [x]"),
        row(
            "S12 minimum",
            "{\"properties\": {\"a\": {\"minimum\": 0, \"type\": \"integer\"}}}",
            "{\"a\": -1}",
            "ERROR schema-minimum /a [0, -1]"),
        row(
            "S13 contains",
            "{\"properties\": {\"a\": {\"contains\": {\"const\": 1}}}}",
            "{\"a\": [2]}",
            "ERROR schema-contains /a [{\"const\":1}]"),
        row(
            "S14 one of several members",
            "{\"anyOf\": [{\"required\": [\"a\"]}, {\"required\": [\"b\"]}]}",
            "{}",
            "ERROR schema-any-of-required  [a, b]"),
        row(
            "S15 the alternative of the value's type",
            "{\"properties\": {\"a\": {\"oneOf\": [{\"type\": \"array\", \"items\": {\"type\":"
                + " \"string\"}}, {\"type\": \"object\", \"required\": [\"c\"]}]}}}",
            "{\"a\": [1]}",
            "ERROR schema-type /a/0 [string, integer]"),
        row(
            "S16 no alternative of the value's type",
            "{\"properties\": {\"a\": {\"oneOf\": [{\"type\": \"array\"}, {\"type\":"
                + " \"object\"}]}}}",
            "{\"a\": \"x\"}",
            "ERROR schema-type /a [array or object, string]"),
        row(
            "S17 no alternative",
            "{\"properties\": {\"a\": {\"anyOf\": [{\"const\": 1}, {\"minimum\": 5}]}}}",
            "{\"a\": 2}",
            "ERROR schema-any-of /a [2]"),
        row(
            "S18 two alternatives",
            "{\"properties\": {\"a\": {\"oneOf\": [{\"minimum\": 1}, {\"minimum\": 2}]}}}",
            "{\"a\": 3}",
            "ERROR schema-one-of /a []"),
        row(
            "S19 not together",
            "{\"not\": {\"required\": [\"a\", \"b\"]}}",
            "{\"a\": 1, \"b\": 2}",
            "ERROR schema-not-together  [a, b]"),
        row(
            "S20 not",
            "{\"properties\": {\"a\": {\"not\": {\"const\": 1}}}}",
            "{\"a\": 1}",
            "ERROR schema-not /a [{\"const\":1}]"),
        row(
            "S21 forbidden member",
            "{\"properties\": {\"a\": false}}",
            "{\"a\": 1}",
            "ERROR schema-other /a [false, false, 1]"),
        row(
            "S22 a choice for each item",
            "{\"properties\": {\"a\": {\"items\": {\"anyOf\": [{\"const\": 1}, {\"const\":"
                + " 2}]}}}}",
            "{\"a\": [1, 3, 4]}",
            "ERROR schema-any-of /a/1 [2]",
            "ERROR schema-any-of /a/2 [2]"),
        row(
            "S23 a choice inside a choice",
            "{\"anyOf\": [{\"type\": \"string\"}, {\"properties\": {\"a\": {\"anyOf\": [{\"type\":"
                + " \"string\"}, {\"type\": \"array\", \"minItems\": 1}]}}}]}",
            "{\"a\": []}",
            "ERROR schema-min-items /a [1, 0]"),
        row(
            "S24 member named like a keyword",
            "{\"properties\": {\"anyOf\": {\"properties\": {\"items\": {\"type\":"
                + " \"string\"}}}}}",
            "{\"anyOf\": {\"items\": 1}}",
            "ERROR schema-type /anyOf/items [string, integer]"),
        row(
            "S25 reference within the file",
            "{\"$defs\": {\"k\": {\"pattern\": \"^a\"}}, \"properties\": {\"a\": {\"$ref\":"
                + " \"#/$defs/k\"}}}",
            "{\"a\": \"b\"}",
            "ERROR schema-pattern /a [^a, b]"),
        row(
            "S26 dependent members",
            "{\"dependentRequired\": {\"a\": [\"b\"]}}",
            "{\"a\": 1}",
            "ERROR schema-required /b [b]"),
        row(
            "S27 unevaluated members",
            "{\"properties\": {\"a\": true}, \"unevaluatedProperties\": false}",
            "{\"a\": 1, \"b\": 1}",
            "ERROR schema-additional-properties /b [b]"),
        row(
            "S28 older dialect",
            "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"properties\": {\"a\":"
                + " {\"type\": \"string\"}}}",
            "{\"a\": 1}",
            "ERROR schema-type /a [string, integer]"),
        row(
            "S29 long values are cut",
            "{\"properties\": {\"a\": {\"const\": \"x\"}}}",
            "{\"a\": \"" + "y".repeat(300) + "\"}",
            "ERROR schema-const /a [x, " + "y".repeat(200) + "…]"),
        row(
            "S30 code points in a pattern",
            "{\"properties\": {\"a\": {\"pattern\": \"^[\\\\u0041-\\\\u005A]+$\"}}}",
            "{\"a\": \"ab\"}",
            "ERROR schema-pattern /a [^[\\u0041-\\u005A]+$, ab]"));
  }

  private static Arguments row(String row, String schema, String document, String... findings) {
    return Arguments.of(row, schema, document, List.of(findings));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void schemaSpeaksInFindings(String row, String schema, String document, List<String> findings) {
    RepositorySchemas schemas = compile(schema);

    List<Finding> found = schemas.check(person(), JsonCodec.parse(document));

    assertThat(schemas.problems()).isEmpty();
    assertThat(describe(found)).containsExactlyElementsOf(findings);
    assertThat(found).allMatch(finding -> RepositorySchemas.RULES.contains(finding.rule()));
  }

  static Stream<Arguments> badSchemas() {
    return Stream.of(
        bad("X01 malformed", "{\"type\": "),
        bad("X02 list", "[]"),
        bad("X03 duplicate member", "{\"type\": \"object\", \"type\": \"array\"}"),
        bad("X04 unknown type", "{\"type\": \"objectt\"}"),
        bad("X05 required is a text", "{\"required\": \"id\"}"),
        bad("X06 properties is a number", "{\"properties\": 5}"),
        bad("X07 address", "{\"$ref\": \"http://127.0.0.1:9/x.json\"}"),
        bad("X08 file", "{\"$ref\": \"file:///etc/hostname\"}"),
        bad("X09 class path", "{\"$ref\": \"classpath:/logback.xml\"}"),
        bad("X10 jar", "{\"$ref\": \"jar:file:/x.jar!/y\"}"),
        bad("X11 unknown dialect", "{\"$schema\": \"http://127.0.0.1:9/schema\"}"),
        bad("X12 deep", "{\"not\": ".repeat(100) + "{}" + "}".repeat(100)),
        bad("X13 very deep", "{\"not\": ".repeat(10_000) + "{}" + "}".repeat(10_000)),
        bad("X14 bad id", "{\"$id\": \"not a uri %%\"}"));
  }

  private static Arguments bad(String row, String schema) {
    return Arguments.of(row, schema);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badSchemas")
  void badSchemaIsAProblemAndTheBuiltInOneServes(String row, String schema) {
    RepositorySchemas schemas = compile(schema);

    assertThat(schemas.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(SourceProblem.Code.SCHEMA);
          assertThat(problem.path()).isEqualTo("categories/_schema.json");
          assertThat(problem.arguments().getFirst()).isNotBlank();
        });
    assertThat(describe(schemas.check(person(), JsonCodec.parse("{\"id\": \"Person\"}"))))
        .isEmpty();
    assertThat(describe(schemas.check(person(), JsonCodec.parse("{\"id\": 1}"))))
        .containsExactly("ERROR schema-type /id [string, integer]");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "(?=a)b",
        "(?<!a)b",
        "(a)\\\\1",
        "((((a{100}){100}){100}){100}){100}",
        "((a{1000}){1000}){1000}",
        "a{5000}",
        "((a{1000})[(]){1000}",
        "((a{1000})[](]){1000}",
        "((a{1000})\\\\Q(\\\\E){1000}",
        "((a{1000})\\\\(){1000}",
        "((a{1000})[[:alpha:](]){1000}",
        "(\\\\p{L}{1000}){20}",
        "[^]",
        "("
      })
  void patternThatCannotBeUsedIsNamedAndNeverValidInSilence(String pattern) {
    RepositorySchemas schemas =
        compile(
            "{\"properties\": {\"a\": {\"pattern\": \"" + pattern + "\"}}, \"required\": [\"b\"]}");

    assertThat(schemas.problems())
        .extracting(SourceProblem::code)
        .containsExactly(SourceProblem.Code.SCHEMA);
    assertThat(describe(schemas.check(person(), JsonCodec.parse("{\"a\": \"x\"}"))))
        .containsExactly(
            "WARNING schema-pattern-unchecked /a [" + pattern.replace("\\\\", "\\") + ", x]",
            "ERROR schema-required /b [b]");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"$ref\": \"#\"}",
        "{\"allOf\": [{\"$ref\": \"#\"}]}",
        "{\"anyOf\": [{\"$ref\": \"#\"}]}",
        "{\"not\": {\"$ref\": \"#\"}}",
        "{\"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"$ref\": \"#/$defs/a\"}},"
            + " \"$ref\": \"#/$defs/a\"}",
        "{\"$dynamicAnchor\": \"x\", \"allOf\": [{\"$dynamicRef\": \"#x\"}]}",
        "{\"$defs\": {\"a\": {\"allOf\": [{\"$ref\": \"#/$defs/a\"}, {\"$ref\": \"#/$defs/a\"}]}},"
            + " \"$ref\": \"#/$defs/a\"}",
      })
  void schemaWithoutEndIsNotCheckedAndSaysSo(String schema) {
    RepositorySchemas schemas = compile(schema);

    boolean named = !schemas.problems().isEmpty();
    List<String> findings = describe(schemas.check(person(), JsonCodec.parse("{\"id\": \"a\"}")));

    assertThat(named || findings.getFirst().startsWith("WARNING schema-unchecked ")).isTrue();
  }

  @Test
  void doublingSchemaStopsAtItsBound() {
    StringBuilder definitions = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String next = "{\"$ref\": \"#/$defs/d" + (i + 1) + "\"}";
      definitions.append("\"d%d\": {\"allOf\": [%s, %s]},".formatted(i, next, next));
    }
    RepositorySchemas schemas =
        compile("{\"$defs\": {" + definitions + "\"d60\": true}, \"$ref\": \"#/$defs/d0\"}");

    assertThat(describe(schemas.check(person(), JsonCodec.parse("{\"id\": \"a\"}"))))
        .singleElement()
        .satisfies(finding -> assertThat(finding).startsWith("WARNING schema-unchecked "));
  }

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
    assertThat(describe(schemas.check(person(), odd)))
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
            case PathRole.Unusable _, PathRole.Other _ -> {}
          }
        });

    RepositorySchemas schemas = RepositorySchemas.compile(files);

    assertThat(schemas.problems()).isEmpty();
    List<Finding> findings = new ArrayList<>();
    documents.forEach((key, document) -> findings.addAll(schemas.check(key, document)));
    assertThat(documents).hasSizeGreaterThan(15);
    assertThat(describe(findings)).isEmpty();
  }

  private static RepositorySchemas compile(String schema) {
    return RepositorySchemas.compile(
        Map.of(EntityType.CATEGORY, file(EntityType.CATEGORY, schema)));
  }

  private static SourceFile file(EntityType type, String schema) {
    return new SourceFile(type.folder() + "/_schema.json", "0", schema);
  }

  private static EntityKey person() {
    return EntityKey.of(EntityType.CATEGORY, "Person");
  }

  private static List<String> describe(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.severity() + " " + f.rule() + " " + f.pointer() + " " + f.arguments())
        .toList();
  }
}
