package org.ontodraft.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.format.JsonCodec;

class MemberConditionsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          C1 nothing                  | {"type": "object"}                                          | -
          C2 required together        | {"dependentRequired": {"a": ["b"]}}                         | -
          C3 one of two is there      | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}       | -
          C4 not both                 | {"not": {"required": ["a", "b"]}}                           | -
          C5 exactly one of two       | {"oneOf": [{"required": ["a"], "title": "A"}, {"not": {"required": ["a"]}}]} | -
          C6 if without a consequence | {"if": {"required": ["a"]}}                                 | -
          C7 if, then                 | {"if": {"required": ["a"]}, "then": {"required": ["b"]}}    | if
          C8 dependent schemas        | {"dependentSchemas": {"a": {"properties": {"b": {}}}}}      | dependentSchemas
          C9 one of two shapes        | {"oneOf": [{"properties": {"a": {"const": 1}}}, {}]}        | oneOf
          C10 not a value             | {"not": {"properties": {"a": {"const": 1}}}}                | not
          C11 within all of           | {"allOf": [{"if": {}, "else": false}, {"anyOf": [{"$ref": "#/x"}]}]} | anyOf,if
          C12 behind a reference      | {"$ref": "#/$defs/x", "$defs": {"x": {"if": {}, "then": {}}}} | if
          C13 behind itself           | {"$ref": "#/$defs/x", "$defs": {"x": {"$ref": "#/$defs/x"}}} | -
          C14 of a member of a member | {"properties": {"a": {"if": {}, "then": {}}}}               | -
          """)
  void whatTiesMembersToEachOtherIsNamed(String row, String schema, String keywords) {
    assertThat(String.join(",", MemberConditions.of(JsonCodec.parse(schema).json())))
        .as(row)
        .isEqualTo(keywords == null ? "" : keywords);
  }
}
