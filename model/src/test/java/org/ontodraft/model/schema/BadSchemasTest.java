package org.ontodraft.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.schema.CategorySchema.PERSON;
import static org.ontodraft.model.schema.CategorySchema.compile;
import static org.ontodraft.model.schema.CategorySchema.describe;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.ontology.SourceProblem;

/** Schemas that are malformed, refer to elsewhere, have no end, or hold hostile patterns. */
class BadSchemasTest {
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
    assertThat(describe(schemas.check(PERSON, JsonCodec.parse("{\"id\": \"Person\"}")))).isEmpty();
    assertThat(describe(schemas.check(PERSON, JsonCodec.parse("{\"id\": 1}"))))
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
    assertThat(describe(schemas.check(PERSON, JsonCodec.parse("{\"a\": \"x\"}"))))
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
    List<String> findings = describe(schemas.check(PERSON, JsonCodec.parse("{\"id\": \"a\"}")));

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

    assertThat(describe(schemas.check(PERSON, JsonCodec.parse("{\"id\": \"a\"}"))))
        .singleElement()
        .satisfies(finding -> assertThat(finding).startsWith("WARNING schema-unchecked "));
  }
}
