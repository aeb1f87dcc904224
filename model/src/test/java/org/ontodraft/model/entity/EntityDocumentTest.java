package org.ontodraft.model.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.format.JsonCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class EntityDocumentTest {
  private static final JsonNode NEW = JsonNodeFactory.instance.stringNode("new");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          F01 changed in place     | {"id":1,"x":2,"label":3} | label       | {"id":1,"x":2,"label":"new"}
          F02 behind the one before| {"id":1,"parents":[]}    | label       | {"id":1,"label":"new","parents":[]}
          F03 behind an unknown    | {"id":1,"x":2,"label":3} | description | {"id":1,"x":2,"label":3,"description":"new"}
          F04 first of all         | {"parents":[],"x":1}     | id          | {"id":"new","parents":[],"x":1}
          F05 nothing before it    | {"x":1}                  | parents     | {"parents":"new","x":1}
          F06 unknown to the type  | {"id":1,"parents":[]}    | x           | {"id":1,"parents":[],"x":"new"}
          F07 into nothing         | {}                       | label       | {"label":"new"}
          """)
  void newValueStandsWhereTheTypeListsIt(String row, String json, String field, String expected) {
    EntityDocument document = JsonCodec.parse(json);

    EntityDocument changed = document.with(EntityType.CATEGORY, field, NEW);

    assertThat(changed.toString()).isEqualTo(expected);
    assertThat(document.toString()).isEqualTo(json);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          G01 removed  | {"id":1,"label":2,"x":3} | label | {"id":1,"x":3}
          G02 not there| {"id":1}                 | label | {"id":1}
          """)
  void absentValueRemovesTheField(String row, String json, String field, String expected) {
    @Nullable JsonNode absent = null;

    assertThat(JsonCodec.parse(json).with(EntityType.CATEGORY, field, absent).toString())
        .isEqualTo(expected);
  }

  @Test
  void textsAreReadAsTheyAre() {
    EntityDocument document =
        JsonCodec.parse(
            "{\"label\": \"L\", \"description\": 1, \"a\": [\"x\", 1, \"y\"], \"b\": \"z\","
                + " \"c\": {\"d\": \"e\"}}");

    assertThat(document.label()).contains("L");
    assertThat(document.description()).isEmpty();
    assertThat(document.texts("a")).isEqualTo(List.of("x", "y"));
    assertThat(document.texts("b")).isEqualTo(List.of("z"));
    assertThat(document.texts("c")).isEmpty();
    assertThat(document.texts("missing")).isEmpty();
    assertThat(document.get("missing")).isNull();
  }

  @Test
  void documentsOfTheSameMembersAreEqual() {
    EntityDocument left = JsonCodec.parse("{\"a\": 1, \"b\": [1, 2]}");
    EntityDocument right = JsonCodec.parse("{\"b\": [1, 2], \"a\": 1}");

    assertThat(left).isEqualTo(right).hasSameHashCodeAs(right);
    assertThat(left).isNotEqualTo(JsonCodec.parse("{\"a\": 1, \"b\": [2, 1]}"));
    assertThat(left).isNotEqualTo(JsonCodec.parse("{\"a\": 1.0, \"b\": [1, 2]}"));
  }
}
