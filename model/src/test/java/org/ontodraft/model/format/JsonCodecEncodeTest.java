package org.ontodraft.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityDocument;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What writing a changed document does to a file, case by case. */
class JsonCodecEncodeTest {
  static Stream<Arguments> cases() {
    return Stream.of(
        row(
            "W01 changed text",
            "{\n  \"id\": \"A\",\n  \"label\": \"old\"\n}\n",
            "{\"id\":\"A\",\"label\":\"new\"}",
            "{\n  \"id\": \"A\",\n  \"label\": \"new\"\n}\n"),
        row(
            "W02 new member at the end",
            "{\n  \"id\": \"A\"\n}\n",
            "{\"id\":\"A\",\"label\":\"new\"}",
            "{\n  \"id\": \"A\",\n  \"label\": \"new\"\n}\n"),
        row(
            "W03 new member between",
            "{\n  \"id\": \"A\",\n  \"x\": 1\n}\n",
            "{\"id\":\"A\",\"label\":\"new\",\"x\":1}",
            "{\n  \"id\": \"A\",\n  \"label\": \"new\",\n  \"x\": 1\n}\n"),
        row(
            "W04 new member first",
            "{\n  \"x\": 1\n}\n",
            "{\"id\":\"A\",\"x\":1}",
            "{\n  \"id\": \"A\",\n  \"x\": 1\n}\n"),
        row(
            "W05 last member removed",
            "{\n  \"id\": \"A\",\n  \"x\": 1\n}\n",
            "{\"id\":\"A\"}",
            "{\n  \"id\": \"A\"\n}\n"),
        row(
            "W06 first member removed",
            "{\n  \"id\": \"A\",\n  \"x\": 1\n}\n",
            "{\"x\":1}",
            "{\n  \"x\": 1\n}\n"),
        row("W07 every member removed", "{\n  \"id\": \"A\",\n  \"x\": 1\n}\n", "{}", "{}\n"),
        row(
            "W08 first member of an empty object",
            "{}\n",
            "{\"id\":\"A\"}",
            "{\n  \"id\": \"A\"\n}\n"),
        row(
            "W09 one-line list stays on its line",
            "{\n  \"p\": [\"a\", \"b\"]\n}\n",
            "{\"p\":[\"a\",\"b\",\"c\"]}",
            "{\n  \"p\": [\"a\", \"b\", \"c\"]\n}\n"),
        row(
            "W10 one-line list, first removed",
            "{\n  \"p\": [\"a\", \"b\"]\n}\n",
            "{\"p\":[\"b\"]}",
            "{\n  \"p\": [\"b\"]\n}\n"),
        row(
            "W11 one-line list of one, new first",
            "{\n  \"p\": [\"b\"]\n}\n",
            "{\"p\":[\"a\",\"b\"]}",
            "{\n  \"p\": [\"a\", \"b\"]\n}\n"),
        row(
            "W12 exploded list, item appended",
            "{\n  \"p\": [\n    \"a\"\n  ]\n}\n",
            "{\"p\":[\"a\",\"b\"]}",
            "{\n  \"p\": [\n    \"a\",\n    \"b\"\n  ]\n}\n"),
        row(
            "W13 exploded list, item inserted",
            "{\n  \"p\": [\n    \"a\",\n    \"c\"\n  ]\n}\n",
            "{\"p\":[\"a\",\"b\",\"c\"]}",
            "{\n  \"p\": [\n    \"a\",\n    \"b\",\n    \"c\"\n  ]\n}\n"),
        row(
            "W14 exploded list, all but one removed",
            "{\n  \"p\": [\n    \"a\",\n    \"b\",\n    \"c\"\n  ]\n}\n",
            "{\"p\":[\"b\"]}",
            "{\n  \"p\": [\n    \"b\"\n  ]\n}\n"),
        row(
            "W15 list emptied",
            "{\n  \"p\": [\n    \"a\"\n  ]\n}\n",
            "{\"p\":[]}",
            "{\n  \"p\": []\n}\n"),
        row(
            "W16 new list where lists are exploded",
            "{\n  \"p\": [\n    \"a\"\n  ]\n}\n",
            "{\"p\":[\"a\"],\"q\":[\"b\"]}",
            "{\n  \"p\": [\n    \"a\"\n  ],\n  \"q\": [\n    \"b\"\n  ]\n}\n"),
        row(
            "W17 new list where lists are on one line",
            "{\n  \"p\": [\"a\"]\n}\n",
            "{\"p\":[\"a\"],\"q\":[\"b\"]}",
            "{\n  \"p\": [\"a\"],\n  \"q\": [\"b\"]\n}\n"),
        row(
            "W18 new list too long for a line",
            "{\n  \"p\": [\"a\"]\n}\n",
            "{\"p\":[\"a\"],\"q\":[\"" + "b".repeat(40) + "\",\"" + "c".repeat(40) + "\"]}",
            "{\n  \"p\": [\"a\"],\n  \"q\": [\n    \""
                + "b".repeat(40)
                + "\",\n    \""
                + "c".repeat(40)
                + "\"\n  ]\n}\n"),
        row(
            "W19 one page of several",
            "{\n  \"pages\": [\n    {\n      \"name\": \"\",\n      \"wikitext\": \"a\"\n    },\n"
                + "    {\n      \"name\": \"B\",\n      \"wikitext\": \"b\"\n    }\n  ]\n}\n",
            "{\"pages\":[{\"name\":\"\",\"wikitext\":\"a\"},{\"name\":\"B\",\"wikitext\":\"c\"}]}",
            "{\n  \"pages\": [\n    {\n      \"name\": \"\",\n      \"wikitext\": \"a\"\n    },\n"
                + "    {\n      \"name\": \"B\",\n      \"wikitext\": \"c\"\n    }\n  ]\n}\n"),
        row(
            "W20 a page before one that changes",
            "{\n  \"pages\": [\n    {\n      \"name\": \"B\",\n      \"wikitext\": \"b\"\n    }\n  ]\n}\n",
            "{\"pages\":[{\"name\":\"A\",\"wikitext\":\"a\"},{\"name\":\"B\",\"wikitext\":\"c\"}]}",
            "{\n  \"pages\": [\n    {\n      \"name\": \"A\",\n      \"wikitext\": \"a\"\n    },\n"
                + "    {\n      \"name\": \"B\",\n      \"wikitext\": \"c\"\n    }\n  ]\n}\n"),
        row(
            "W21 CRLF",
            "{\r\n\t\"id\": \"A\"\r\n}\r\n",
            "{\"id\":\"A\",\"p\":{\"a\":1}}",
            "{\r\n\t\"id\": \"A\",\r\n\t\"p\": {\r\n\t\t\"a\": 1\r\n\t}\r\n}\r\n"),
        row("W22 no final newline", "{\n \"id\": 1\n}", "{\"id\":2}", "{\n \"id\": 2\n}"),
        row(
            "W23 byte order mark",
            "\uFEFF{\n \"id\": 1\n}",
            "{\"id\":2}",
            "\uFEFF{\n \"id\": 2\n}"),
        row(
            "W24 all on one line",
            "{\"id\":1}",
            "{\"id\":1,\"p\":[1,2],\"q\":{\"a\":3}}",
            "{\"id\":1,\"p\":[1,2],\"q\":{\"a\":3}}"),
        row(
            "W25 one line with spaces",
            "{ \"id\": 1, \"x\": 2 }",
            "{\"x\":2,\"y\":3}",
            "{ \"x\": 2, \"y\": 3 }"),
        row(
            "W26 comma first",
            "{ \"id\": 1\n, \"x\": 2\n, \"y\": 3\n}",
            "{\"id\":1,\"w\":0,\"x\":2}",
            "{ \"id\": 1\n, \"w\": 0\n, \"x\": 2\n}"),
        row(
            "W27 space before the colon",
            "{\n  \"id\" : 1\n}\n",
            "{\"id\":2,\"x\":3}",
            "{\n  \"id\" : 2,\n  \"x\" : 3\n}\n"),
        row(
            "W28 escaped letters stay escaped",
            "{\n  \"id\": \"\\u00e9\"\n}",
            "{\"id\":\"è\"}",
            "{\n  \"id\": \"\\u00e8\"\n}"),
        row(
            "W29 raw letters stay raw",
            "{\n  \"id\": \"é\"\n}",
            "{\"id\":\"日本 😀\"}",
            "{\n  \"id\": \"日本 😀\"\n}"),
        row(
            "W30 capital hex digits",
            "{\n  \"id\": \"\\u00E9\"\n}",
            "{\"id\":\"ë😀\"}",
            "{\n  \"id\": \"\\u00EB\\uD83D\\uDE00\"\n}"),
        row(
            "W31 escaped slashes stay escaped",
            "{\n  \"id\": \"a\\/b\"\n}",
            "{\"id\":\"c/d\"}",
            "{\n  \"id\": \"c\\/d\"\n}"),
        row(
            "W32 escaped angle brackets stay escaped",
            "{\n  \"id\": \"\\u003cb\\u003e\"\n}",
            "{\"id\":\"<i>\"}",
            "{\n  \"id\": \"\\u003ci\\u003e\"\n}"),
        row(
            "W33 control characters and quotes",
            "{\n  \"id\": \"\"\n}",
            "{\"id\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u007f/\"}",
            "{\n  \"id\": \"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\u007f/\"\n}"),
        row(
            "W34 half a surrogate pair",
            "{\n  \"id\": \"\"\n}",
            "{\"id\":\"\\ud83d\"}",
            "{\n  \"id\": \"\\ud83d\"\n}"),
        row(
            "W35 numbers keep their text",
            "{\n  \"a\": 1.10,\n  \"b\": 1e400,\n  \"c\": -0,\n  \"d\": 12345678901234567890,\n  \"e\": 1\n}",
            "{\"a\":1.10,\"b\":1e400,\"c\":-0,\"d\":12345678901234567890,\"e\":2.50}",
            "{\n  \"a\": 1.10,\n  \"b\": 1e400,\n  \"c\": -0,\n  \"d\": 12345678901234567890,\n  \"e\": 2.50\n}"),
        row(
            "W36 value of another shape",
            "{\n  \"v\": [\n    \"a\"\n  ],\n  \"x\": 1\n}",
            "{\"v\":{\"from_category\":\"C\"},\"x\":1}",
            "{\n  \"v\": {\n    \"from_category\": \"C\"\n  },\n  \"x\": 1\n}"),
        row(
            "W37 blank lines stay",
            "{\n\n  \"a\": 1,\n\n  \"b\": 2,\n\n  \"c\": 3\n\n}",
            "{\"a\":1,\"b\":3,\"c\":3}",
            "{\n\n  \"a\": 1,\n\n  \"b\": 3,\n\n  \"c\": 3\n\n}"),
        row(
            "W38 order of the original stays",
            "{\n  \"b\": 2,\n  \"a\": 1\n}",
            "{\"a\":1,\"b\":3}",
            "{\n  \"b\": 3,\n  \"a\": 1\n}"),
        row(
            "W39 name with an escape is the same name",
            "{\n  \"\\u0069d\": 1\n}",
            "{\"id\":2}",
            "{\n  \"\\u0069d\": 2\n}"),
        row(
            "W40 several items on a line",
            "{\n  \"p\": [1, 2,\n        3, 4]\n}",
            "{\"p\":[1,2,3,5]}",
            "{\n  \"p\": [1, 2,\n        3, 5]\n}"),
        row(
            "W41 null and booleans",
            "{\n  \"a\": 1\n}",
            "{\"a\":null,\"b\":true,\"c\":false}",
            "{\n  \"a\": null,\n  \"b\": true,\n  \"c\": false\n}"),
        row(
            "W42 space at line ends",
            "{ \n  \"a\": 1, \n  \"b\": 2 \n} \n",
            "{\"a\":1,\"b\":2,\"c\":3}",
            "{ \n  \"a\": 1, \n  \"b\": 2,\n  \"c\": 3 \n} \n"));
  }

  private static Arguments row(String row, String original, String document, String expected) {
    return Arguments.of(row, original, document, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void onlyWhatDiffersIsWritten(String row, String original, String document, String expected) {
    EntityDocument changed = JsonCodec.parse(document);

    String written = JsonCodec.encode(original, changed, null);

    assertThat(written).isEqualTo(expected);
    assertThat(JsonCodec.parse(written)).isEqualTo(changed);
    assertThat(JsonCodec.encode(original, JsonCodec.parse(original), null)).isEqualTo(original);
  }

  @Test
  void newFileIsInTheHouseStyle() {
    EntityDocument document =
        JsonCodec.parse(
            "{\"id\":\"A\",\"p\":[\"a\",\"b\"],\"q\":[],\"r\":{},\"v\":{\"from_category\":\"C\"},"
                + "\"pages\":[{\"name\":\"\"}]}");

    assertThat(JsonCodec.encode(null, document, null))
        .isEqualTo(
            """
            {
              "id": "A",
              "p": ["a", "b"],
              "q": [],
              "r": {},
              "v": {
                "from_category": "C"
              },
              "pages": [
                {
                  "name": ""
                }
              ]
            }
            """);
  }

  @Test
  void newFileFollowsItsSibling() {
    String sibling = "{\r\n\t\"id\" : \"B\",\r\n\t\"p\" : [\r\n\t\t\"x\"\r\n\t]\r\n}";
    EntityDocument document = JsonCodec.parse("{\"id\":\"A\",\"p\":[\"a\"]}");

    assertThat(JsonCodec.encode(null, document, sibling))
        .isEqualTo("{\r\n\t\"id\" : \"A\",\r\n\t\"p\" : [\r\n\t\t\"a\"\r\n\t]\r\n}\r\n");
  }

  @Test
  void originalWithoutListsLearnsFromItsSibling() {
    String sibling = "{\n  \"p\": [\n    \"x\"\n  ]\n}\n";
    EntityDocument document = JsonCodec.parse("{\"id\":\"A\",\"p\":[\"a\"]}");

    assertThat(JsonCodec.encode("{\n    \"id\": \"A\"\n}\n", document, sibling))
        .isEqualTo("{\n    \"id\": \"A\",\n    \"p\": [\n        \"a\"\n    ]\n}\n");
  }

  @Test
  void whatJsonCannotSayIsRefused() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ObjectNode notANumber = nodes.objectNode().set("a", nodes.numberNode(Double.NaN));
    ObjectNode bytes = nodes.objectNode().set("a", nodes.binaryNode(new byte[] {1}));

    for (ObjectNode json : new ObjectNode[] {notANumber, bytes}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> JsonCodec.encode(null, EntityDocument.of(json), null));
    }
    EntityDocument document = JsonCodec.parse("{}");
    assertThatIllegalArgumentException().isThrownBy(() -> JsonCodec.encode("[1]", document, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonCodec.encode(null, document, "{\"a\": "));
  }
}
