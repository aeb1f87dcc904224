package org.ontodraft.model.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.testing.RandomJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class JsonPatchTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The examples of RFC 6902 appendix A by their numbers, then our own. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          A.1 add a member         | {"foo":"bar"} | [{"op":"add","path":"/baz","value":"qux"}] | {"baz":"qux","foo":"bar"}
          A.2 add an item          | {"foo":["bar","baz"]} | [{"op":"add","path":"/foo/1","value":"qux"}] | {"foo":["bar","qux","baz"]}
          A.3 remove a member      | {"baz":"qux","foo":"bar"} | [{"op":"remove","path":"/baz"}] | {"foo":"bar"}
          A.4 remove an item       | {"foo":["bar","qux","baz"]} | [{"op":"remove","path":"/foo/1"}] | {"foo":["bar","baz"]}
          A.5 replace a value      | {"baz":"qux","foo":"bar"} | [{"op":"replace","path":"/baz","value":"boo"}] | {"baz":"boo","foo":"bar"}
          A.6 move a value         | {"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}} | [{"op":"move","from":"/foo/waldo","path":"/qux/thud"}] | {"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}
          A.7 move an item         | {"foo":["all","grass","cows","eat"]} | [{"op":"move","from":"/foo/1","path":"/foo/3"}] | {"foo":["all","cows","eat","grass"]}
          A.8 test succeeds        | {"baz":"qux","foo":["a",2,"c"]} | [{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}] | {"baz":"qux","foo":["a",2,"c"]}
          A.9 test fails           | {"baz":"qux"} | [{"op":"test","path":"/baz","value":"bar"}] | -
          A.10 add a nested object | {"foo":"bar"} | [{"op":"add","path":"/child","value":{"grandchild":{}}}] | {"foo":"bar","child":{"grandchild":{}}}
          A.11 unknown members     | {"foo":"bar"} | [{"op":"add","path":"/baz","value":"qux","xyz":123}] | {"foo":"bar","baz":"qux"}
          A.12 target missing      | {"foo":"bar"} | [{"op":"add","path":"/baz/bat","value":"qux"}] | -
          A.14 tilde order         | {"/":9,"~1":10} | [{"op":"test","path":"/~01","value":10}] | {"/":9,"~1":10}
          A.15 string and number   | {"/":9,"~1":10} | [{"op":"test","path":"/~01","value":"10"}] | -
          A.16 add at the end      | {"foo":["bar"]} | [{"op":"add","path":"/foo/-","value":["abc","def"]}] | {"foo":["bar",["abc","def"]]}
          O.1 replace the root     | {"a":1} | [{"op":"replace","path":"","value":{"b":2}}] | {"b":2}
          O.2 root becomes absent  | {"a":1} | [{"op":"replace","path":"","value":null}] | null
          O.3 replace missing      | {"a":1} | [{"op":"replace","path":"/b","value":2}] | -
          O.4 remove missing       | {"a":1} | [{"op":"remove","path":"/b"}] | -
          O.5 index behind the end | {"a":[1]} | [{"op":"add","path":"/a/2","value":2}] | -
          O.6 remove behind last   | {"a":[1]} | [{"op":"remove","path":"/a/-"}] | -
          O.7 replace behind last  | {"a":[1]} | [{"op":"replace","path":"/a/-","value":2}] | -
          O.8 leading zero         | {"a":[1,2]} | [{"op":"remove","path":"/a/01"}] | -
          O.9 negative index       | {"a":[1,2]} | [{"op":"remove","path":"/a/-1"}] | -
          O.10 member named -      | {"a":{"-":1}} | [{"op":"remove","path":"/a/-"}] | {"a":{}}
          O.11 member named 0      | {"a":{"0":1}} | [{"op":"replace","path":"/a/0","value":2}] | {"a":{"0":2}}
          O.12 empty names         | {"":{"":1}} | [{"op":"replace","path":"//","value":2}] | {"":{"":2}}
          O.13 numbers by value    | {"a":[1,{"b":2.50}]} | [{"op":"test","path":"/a","value":[1.0,{"b":2.5}]}] | {"a":[1,{"b":2.50}]}
          O.14 null is a value     | {"a":null} | [{"op":"test","path":"/a","value":null},{"op":"replace","path":"/a","value":1}] | {"a":1}
          O.15 through a scalar    | {"a":"x"} | [{"op":"add","path":"/a/b","value":1}] | -
          O.16 move the missing    | {"a":1} | [{"op":"move","from":"/b","path":"/c"}] | -
          O.17 copy                | {"a":[1]} | [{"op":"copy","from":"/a","path":"/b"},{"op":"add","path":"/b/-","value":2}] | {"a":[1],"b":[1,2]}
          O.18 remove the root     | {"a":1} | [{"op":"remove","path":""}] | null
          O.19 huge index          | {"a":[1]} | [{"op":"remove","path":"/a/99999999999999999999"}] | -
          O.20 last one fails      | {"a":1} | [{"op":"replace","path":"/a","value":2},{"op":"remove","path":"/b"}] | -
          """)
  void applies(String row, String document, String patch, String expected) throws Exception {
    JsonPatch parsed = JsonPatch.parse(patch);
    var before = MAPPER.readTree(document);
    if (expected.equals("-")) {
      assertThatThrownBy(() -> parsed.apply(before)).isInstanceOf(PatchDoesNotApplyException.class);
    } else {
      assertThat(parsed.apply(before)).isEqualTo(MAPPER.readTree(expected));
    }
    assertThat(before).isEqualTo(MAPPER.readTree(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[] []",
        "{}",
        "null",
        "[1]",
        "[[]]",
        "[{}]",
        "[{\"op\":1,\"path\":\"/a\"}]",
        "[{\"op\":\"add\",\"path\":\"/a\"}]",
        "[{\"op\":\"add\",\"value\":1}]",
        "[{\"op\":\"add\",\"path\":\"a\",\"value\":1}]",
        "[{\"op\":\"add\",\"path\":\"/~\",\"value\":1}]",
        "[{\"op\":\"add\",\"path\":\"/~2\",\"value\":1}]",
        "[{\"op\":\"spam\",\"path\":\"/a\",\"value\":1}]",
        "[{\"op\":\"copy\",\"path\":\"/a\"}]",
        "[{\"op\":\"move\",\"from\":\"/a\",\"path\":\"/a/b\"}]",
        // RFC 6902 appendix A.13: which of the two is meant?
        "[{\"op\":\"add\",\"path\":\"/baz\",\"value\":\"qux\",\"op\":\"remove\"}]"
      })
  void refusesWhatIsNoPatch(String text) {
    assertThatThrownBy(() -> JsonPatch.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  /** What the patch between two documents looks like. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          B.1 same                 | {"a":1,"b":[1]} | {"b":[1],"a":1} | []
          B.2 scalar               | {"a":1} | {"a":2} | [{"op":"replace","path":"/a","value":2}]
          B.3 members              | {"a":1,"b":2} | {"b":2,"c":3} | [{"op":"remove","path":"/a"},{"op":"add","path":"/c","value":3}]
          B.4 nested, escaped      | {"a/b":{"m~n":1}} | {"a/b":{"m~n":2}} | [{"op":"replace","path":"/a~1b/m~0n","value":2}]
          B.5 item added           | {"l":["a","b"]} | {"l":["a","b","c"]} | [{"op":"add","path":"/l/2","value":"c"}]
          B.6 item in front        | {"l":["b","c"]} | {"l":["a","b","c"]} | [{"op":"add","path":"/l/0","value":"a"}]
          B.7 items removed        | {"l":["a","b","c","d"]} | {"l":["a","d"]} | [{"op":"remove","path":"/l/1"},{"op":"remove","path":"/l/1"}]
          B.8 item replaced        | {"l":["a","b","c"]} | {"l":["a","x","c"]} | [{"op":"replace","path":"/l/1","value":"x"}]
          B.9 mostly different     | {"l":["a","b","c"]} | {"l":["c","x","y"]} | [{"op":"replace","path":"/l","value":["c","x","y"]}]
          B.10 inside an item      | {"p":[{"n":"x","t":"1"}]} | {"p":[{"n":"x","t":"2"}]} | [{"op":"replace","path":"/p/0/t","value":"2"}]
          B.11 list to object      | {"l":["a"]} | {"l":{"f":"S"}} | [{"op":"replace","path":"/l","value":{"f":"S"}}]
          B.12 first item          | {"l":[]} | {"l":["a"]} | [{"op":"replace","path":"/l","value":["a"]}]
          B.13 two stretches       | {"l":[1,2,3,4,5,6]} | {"l":[1,3,4,9,5,6]} | [{"op":"remove","path":"/l/1"},{"op":"add","path":"/l/3","value":9}]
          B.15 other order         | {"l":["a","b","c","d","e"]} | {"l":["a","c","b","d","e"]} | [{"op":"replace","path":"/l","value":["a","c","b","d","e"]}]
          B.14 number as written   | {"a":1} | {"a":1.0} | [{"op":"replace","path":"/a","value":1.0}]
          """)
  void isReadable(String row, String from, String to, String patch) {
    JsonPatch between = JsonPatch.between(document(from), document(to));
    assertThat(between.toJson()).isEqualTo(patch);
    assertThat(between.isEmpty()).isEqualTo(patch.equals("[]"));
    assertThat(JsonPatch.parse(between.toReadableJson())).isEqualTo(between);
  }

  @Test
  void absentIsTheNullOfTheRoot() throws Exception {
    EntityDocument some = document("{\"a\":1}");
    JsonPatch create = JsonPatch.between(null, some);
    assertThat(create.toJson())
        .isEqualTo("[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"a\":1}}]");
    assertThat(create.applyTo(null)).isEqualTo(some);
    JsonPatch delete = JsonPatch.between(some, null);
    assertThat(delete.toJson()).isEqualTo("[{\"op\":\"replace\",\"path\":\"\",\"value\":null}]");
    assertThat(delete.applyTo(some)).isNull();
    assertThat(JsonPatch.between(null, null).isEmpty()).isTrue();
  }

  /** Which operation fails, where, and why. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          P.1 into nothing         | {"a":1} | [{"op":"test","path":"/a","value":1},{"op":"remove","path":"/b/c"}] | 1 remove /b/c MISSING
          P.2 a text was a list    | {"parents":"A"} | [{"op":"remove","path":"/parents/0"}] | 0 remove /parents/0 TYPE
          P.3 a list was an object | {"v":["a"]} | [{"op":"replace","path":"/v/from_category","value":"B"}] | 0 replace /v/from_category INDEX
          P.4 add into a text      | {"a":"x"} | [{"op":"add","path":"/a/b","value":1}] | 0 add /a/b TYPE
          P.5 add below nothing    | {"a":{}} | [{"op":"add","path":"/a/b/c","value":1}] | 0 add /a/b/c MISSING
          P.6 behind the end       | {"l":["a"]} | [{"op":"add","path":"/l/2","value":"b"}] | 0 add /l/2 INDEX
          P.7 the shorter list     | {"l":["a"]} | [{"op":"remove","path":"/l/3"}] | 0 remove /l/3 MISSING
          P.8 other value          | {"a":1} | [{"op":"test","path":"/a","value":"1"}] | 0 test /a TEST
          P.9 move from nothing    | {"a":1} | [{"op":"move","from":"/b","path":"/c"}] | 0 move /b MISSING
          P.10 move behind the end | {"l":["a","b"]} | [{"op":"move","from":"/l/0","path":"/l/2"}] | 0 move /l/2 INDEX
          P.11 copy into a number  | {"a":1,"b":2} | [{"op":"copy","from":"/b","path":"/a/b"}] | 0 copy /a/b TYPE
          P.12 no entity           | {"a":1} | [{"op":"replace","path":"","value":[]}] | 0 replace  RESULT
          P.13 only the second     | {"a":1} | [{"op":"remove","path":"/a"},{"op":"remove","path":"/a"}] | 1 remove /a MISSING
          """)
  void namesWhatDoesNotFit(String row, String document, String patch, String expected) {
    assertThat(JsonPatch.parse(patch).problemOn(document(document)))
        .map(p -> p.operation() + " " + p.op() + " " + p.pointer() + " " + p.reason())
        .contains(expected);
  }

  @Test
  void everyPatchHasAnInverse() throws Exception {
    for (long seed = 0; seed < 2_000; seed++) {
      RandomJson json = new RandomJson(new Random(seed));
      ObjectNode a = json.object();
      EntityDocument from = EntityDocument.of(a.deepCopy());
      EntityDocument to = seed % 9 == 0 ? null : EntityDocument.of(json.changed(a));
      JsonPatch forward = JsonPatch.between(from, to);
      JsonPatch back = forward.inverse(from);
      assertThat(back.applyTo(to)).as("seed %d", seed).isEqualTo(from);
      assertThat(back.inverse(to).applyTo(from)).as("seed %d, twice", seed).isEqualTo(to);
    }
    JsonPatch moving =
        JsonPatch.parse(
            "[{\"op\":\"move\",\"from\":\"/a\",\"path\":\"/b\"},"
                + "{\"op\":\"copy\",\"from\":\"/b\",\"path\":\"/c\"}]");
    EntityDocument before = document("{\"a\":[1]}");
    assertThat(moving.inverse(before).applyTo(moving.applyTo(before))).isEqualTo(before);
  }

  @Test
  void anEntityIsAnObject() {
    JsonPatch patch = JsonPatch.parse("[{\"op\":\"replace\",\"path\":\"\",\"value\":[]}]");
    assertThatThrownBy(() -> patch.applyTo(document("{}")))
        .isInstanceOf(PatchDoesNotApplyException.class);
  }

  @Test
  void showsOneOperationALine() {
    assertThat(JsonPatch.between(document("{\"a\":1}"), document("{\"b\":2}")).toReadableJson())
        .isEqualTo(
            """
            [
              {"op":"remove","path":"/a"},
              {"op":"add","path":"/b","value":2}
            ]\
            """);
  }

  @Test
  void applyingChangesNeitherThePatchNorItsValues() throws Exception {
    JsonPatch patch =
        JsonPatch.parse(
            "[{\"op\":\"add\",\"path\":\"/a\",\"value\":[]},"
                + "{\"op\":\"add\",\"path\":\"/a/-\",\"value\":1}]");
    EntityDocument empty = document("{}");
    assertThat(patch.applyTo(empty)).isEqualTo(patch.applyTo(empty));
    assertThat(patch.applyTo(empty)).isEqualTo(document("{\"a\":[1]}"));
  }

  @Test
  void keepsTheIntentionOfAPatchThatDoesNotApply() {
    JsonPatch patch =
        JsonPatch.parse(
            "[{\"op\":\"replace\",\"path\":\"/label\",\"value\":\"New\"},"
                + "{\"op\":\"remove\",\"path\":\"/gone\"},"
                + "{\"op\":\"replace\",\"path\":\"/list/4\",\"value\":\"x\"},"
                + "{\"op\":\"replace\",\"path\":\"/missing\",\"value\":[1]}]");
    assertThat(patch.intended(document("{\"label\":\"Old\",\"list\":[]}")))
        .isEqualTo(document("{\"label\":\"New\",\"list\":[],\"missing\":[1]}"));
    assertThat(patch.fields()).containsExactly("label", "gone", "list", "missing");
  }

  @Test
  void leadsFromAnyDocumentToAnyOther() throws Exception {
    for (long seed = 0; seed < 3_000; seed++) {
      RandomJson json = new RandomJson(new Random(seed));
      ObjectNode a = json.object();
      ObjectNode b = seed % 3 == 0 ? json.object() : json.changed(a);
      EntityDocument from = EntityDocument.of(a.deepCopy());
      EntityDocument to = EntityDocument.of(b.deepCopy());
      JsonPatch patch = JsonPatch.between(from, to);
      String stored =
          new String(patch.toJson().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      assertThat(patch.applyTo(from)).as("seed %d", seed).isEqualTo(to);
      assertThat(JsonPatch.parse(stored).applyTo(from)).as("seed %d stored", seed).isEqualTo(to);
      assertThat(patch.isEmpty()).as("seed %d empty", seed).isEqualTo(from.equals(to));
      assertThat(from.json()).as("seed %d argument", seed).isEqualTo(a);
    }
  }

  @Test
  void writesAFewOperationsForAFewMovedItemsOfALongList() throws Exception {
    List<String> items =
        new ArrayList<>(IntStream.range(0, 10_000).mapToObj(i -> "P" + i).toList());
    EntityDocument from = list(items);
    items.add(17, items.remove(9_000));
    items.remove(5_000);
    items.add("new");
    EntityDocument to = list(items);
    JsonPatch patch = JsonPatch.between(from, to);
    assertThat(MAPPER.readTree(patch.toJson())).hasSize(4);
    assertThat(patch.applyTo(from)).isEqualTo(to);
  }

  @Test
  void replacesAShuffledListWhole() throws Exception {
    List<String> items =
        new ArrayList<>(IntStream.range(0, 10_000).mapToObj(i -> "P" + i).toList());
    EntityDocument from = list(items);
    Collections.shuffle(items, new Random(7));
    EntityDocument to = list(items);
    JsonPatch patch = JsonPatch.between(from, to);
    assertThat(MAPPER.readTree(patch.toJson())).hasSize(1);
    assertThat(patch.applyTo(from)).isEqualTo(to);
  }

  @Test
  void takesADocumentAsDeepAsDocumentsMayBe() throws Exception {
    String deep = "{\"a\":".repeat(499) + "{}" + "}".repeat(499);
    EntityDocument to = document(deep);
    String stored = JsonPatch.between(null, to).toJson();
    assertThat(JsonPatch.parse(stored).applyTo(null)).isEqualTo(to);
  }

  private static EntityDocument document(String json) {
    return EntityDocument.of((ObjectNode) MAPPER.readTree(json));
  }

  private static EntityDocument list(List<String> items) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ArrayNode list = object.putArray("list");
    items.forEach(list::add);
    return EntityDocument.of(object);
  }

  @Test
  void comparesAsText() {
    @Nullable Object other = JsonPatch.parse("[]");
    assertThat(JsonPatch.parse(" [ ] "))
        .isEqualTo(other)
        .hasToString("[]")
        .hasSameHashCodeAs(other);
  }
}
