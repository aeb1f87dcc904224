package org.ontodraft.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.schema.CategorySchema.PERSON;
import static org.ontodraft.model.schema.CategorySchema.compile;
import static org.ontodraft.model.schema.CategorySchema.describe;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.validation.Finding;

/** What each keyword of a schema says, as a finding. */
class SchemaFindingsTest {
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

    List<Finding> found = schemas.check(PERSON, JsonCodec.parse(document));

    assertThat(schemas.problems()).isEmpty();
    assertThat(describe(found)).containsExactlyElementsOf(findings);
    assertThat(found).allMatch(finding -> RepositorySchemas.RULES.contains(finding.rule()));
  }
}
