package org.ontodraft.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.patch.JsonPatch;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is written reads the same; what is not as written is refused, wherever it is wrong. */
class DraftFileCodecTest {
  private static DraftFile read(byte[] bytes) {
    return switch (DraftFileCodec.read(bytes)) {
      case DraftFileReading.Read(DraftFile file) -> file;
      case DraftFileReading.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  private static List<DraftFileProblem> problems(byte[] bytes) {
    return switch (DraftFileCodec.read(bytes)) {
      case DraftFileReading.Read read -> List.of();
      case DraftFileReading.Refused(var problems) -> problems;
    };
  }

  private static List<String> wrong(Consumer<ObjectNode> change) {
    ObjectNode json = DraftFileWriter.write(FullDraft.full());
    change.accept(json);
    return problems(DraftFileCodec.sealed(json)).stream()
        .map(problem -> problem.code() + " " + problem.at())
        .toList();
  }

  private static ObjectNode at(ObjectNode json, String pointer) {
    return (ObjectNode) json.at(pointer);
  }

  @Test
  void everythingComesBack() {
    byte[] bytes = DraftFileCodec.write(FullDraft.full());
    assertThat(read(bytes)).isEqualTo(FullDraft.full());
    assertThat(DraftFileCodec.write(read(bytes))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource
  void anyDraftComesBackAndIsWrittenTheSame(int seed) {
    DraftFile file = FullDraft.of(changes(new Random(seed)));
    byte[] bytes = DraftFileCodec.write(file);
    DraftFile read = read(bytes);
    assertThat(read).isEqualTo(file);
    assertThat(DraftFileCodec.write(read)).isEqualTo(bytes);
  }

  static IntStream anyDraftComesBackAndIsWrittenTheSame() {
    return IntStream.range(0, 200);
  }

  private static List<DraftChange> changes(Random random) {
    return IntStream.range(0, random.nextInt(8))
        .mapToObj(i -> change("Name" + i, random))
        .sorted((a, b) -> a.key().compareTo(b.key()))
        .toList();
  }

  private static DraftChange change(String name, Random random) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new DraftChange.Create(
              key("category:" + name), FullDraft.document(document(name, random)));
      case 1 -> FullDraft.update(name, document(name, random), document(name, random));
      default ->
          new DraftChange.Delete(
              key("category:" + name),
              FullDraft.file(
                  "categories/" + name + ".json", "\u0000any\r text " + random.nextInt()));
    };
  }

  private static String document(String name, Random random) {
    StringBuilder json = new StringBuilder("{'id': '" + name + "'");
    String[] values = {
      "1.0",
      "1.00",
      "-0.0",
      "1e3",
      "12345678901234567890123",
      "null",
      "true",
      "[]",
      "[1, 'a', {}]",
      "'\\u0000'",
      "'\\ud800'",
      "'\\\\\\udc00 \\\"'",
      "'\u690D\u7269 \uD83C\uDF31'",
      "{'a/b~c': [2]}"
    };
    for (String member : List.of("a", "b/~", "", "\u00E4\\t")) {
      if (random.nextBoolean()) {
        json.append(", '" + member + "': " + values[random.nextInt(values.length)]);
      }
    }
    return json.append('}').toString();
  }

  @Test
  void aPatchIsGuardedByTestsInTheFileOnly() {
    ObjectNode json = DraftFileWriter.write(FullDraft.full());
    assertThat(json.at("/changes/1/patch/0/op").asString()).isEqualTo("test");
    DraftChange update = read(DraftFileCodec.write(FullDraft.full())).draft().changes().get(1);
    assertThat(((DraftChange.Update) update).patch().toJson()).doesNotContain("test");
  }

  @Test
  void aBrokenChangeIsHandedOnAsItIs() {
    DraftChange.Update sound = FullDraft.update("Person", "{'id': 'Person'}", "{'id': 'x'}");
    DraftFile file =
        FullDraft.of(
            List.of(
                new DraftChange.Update(
                    key("category:Herb"),
                    FullDraft.file("categories/Herb.json", "no JSON"),
                    sound.patch()),
                new DraftChange.Update(
                    sound.key(),
                    sound.base(),
                    JsonPatch.parse("[{\"op\":\"remove\",\"path\":\"/label\"}]"))));
    assertThat(read(DraftFileCodec.write(file))).isEqualTo(file);
  }

  @Test
  void everyFlippedBitAndEveryCutIsFound() {
    byte[] bytes = DraftFileCodec.write(FullDraft.full());
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= (byte) (1 << (i % 8));
      assertThat(problems(flipped)).as("bit of byte %d", i).isNotEmpty();
    }
    for (int i = 0; i < bytes.length; i += 7) {
      assertThat(problems(Arrays.copyOf(bytes, i))).as("cut at %d", i).isNotEmpty();
    }
    assertThat(
            problems(
                new String(bytes, StandardCharsets.UTF_8)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8)))
        .extracting(DraftFileProblem::code)
        .containsExactly(Code.DAMAGED);
  }

  @Test
  void otherFilesAreNamed() {
    assertThat(code("{}")).isEqualTo(Code.NOT_A_DRAFT);
    assertThat(code("[1]")).isEqualTo(Code.NOT_A_DRAFT);
    assertThat(code("")).isEqualTo(Code.NOT_A_DRAFT);
    assertThat(code("{\"format\": \"ontodraft-draft\", \"formatVersion\": 0}"))
        .isEqualTo(Code.NOT_A_DRAFT);
    assertThat(code("{\"format\": \"ontodraft-draft\", \"format\": 1}")).isEqualTo(Code.MALFORMED);
    assertThat(code("{\"a\": ")).isEqualTo(Code.MALFORMED);
    assertThat(code("{} {}")).isEqualTo(Code.MALFORMED);
    assertThat(code("[".repeat(100_000))).isEqualTo(Code.MALFORMED);
    assertThat(problems(new byte[] {'"', (byte) 0xC3, '"'}).getFirst().code())
        .isEqualTo(Code.ENCODING);
    String newer = "{\"format\": \"ontodraft-draft\", \"formatVersion\": 2, \"program\": \"9.1\"}";
    assertThat(problems(newer.getBytes(StandardCharsets.UTF_8)).getFirst().arguments())
        .containsExactly("2", "1", "9.1");
    assertThat(code("{\"format\":\"ontodraft-draft\",\"formatVersion\":99999999999999999999}"))
        .isEqualTo(Code.NEWER);
  }

  private static Code code(String text) {
    return problems(text.getBytes(StandardCharsets.UTF_8)).getFirst().code();
  }

  @Test
  void allThatIsWrongIsToldWithItsPlace() {
    assertThat(
            wrong(json -> {
              json.put("program", 1);
              at(json, "/draft").put("status", "DRAFT").put("owner", "me").remove("title");
              at(json, "/draft/base").put("commit", "main");
              at(json, "/changes/0").put("entity", "category:../x");
              at(json, "/changes/1/base").put("path", "categories/Other.json");
              at(json, "/steps/0").put("at", "yesterday").put("sequence", 0);
            }))
        .containsExactlyInAnyOrder(
            "SHAPE /program",
            "MISSING /draft",
            "VALUE /draft/status",
            "UNKNOWN /draft/owner",
            "VALUE /draft/base/commit",
            "VALUE /changes/0/entity",
            "VALUE /changes/1/base/path",
            "VALUE /steps/0/at",
            "VALUE /steps/0/sequence");
  }

  @Test
  void aPatchThatFailsOnItsBaseIsNoChange() {
    assertThat(wrong(json -> at(json, "/changes/1/patch/0").put("value", "somebody's")))
        .containsExactly("PATCH /changes/1/patch");
    assertThat(wrong(json -> at(json, "/changes/1/patch/0").put("op", "run")))
        .containsExactly("VALUE /changes/1/patch");
  }

  @Test
  void nothingIsThereTwice() {
    assertThat(wrong(json -> ((ArrayNode) json.at("/changes")).add(json.at("/changes/0"))))
        .containsExactly("TWICE /changes/3/entity");
    assertThat(wrong(json -> at(json, "/steps/1").put("id", new UUID(1, 1).toString())))
        .containsExactly("TWICE /steps/1/id");
  }

  @Test
  void editsOfAStepAreOfDifferentEntities() {
    assertThat(wrong(json -> at(json, "/steps/1/edits/1").put("entity", "category:Herb")))
        .containsExactly("TWICE /steps/1/edits/1/entity");
    assertThat(wrong(json -> ((ArrayNode) json.at("/steps/1/edits")).removeAll()))
        .containsExactly("MISSING /steps/1/edits");
  }

  @Test
  void pathsAreThoseOfTheEntity() {
    for (String path :
        List.of(
            "../x.json",
            "/categories/Person.json",
            "categories/person.json",
            "categories/Person.txt",
            "")) {
      assertThat(wrong(json -> at(json, "/changes/1/base").put("path", path)))
          .as(path)
          .containsExactly("VALUE /changes/1/base/path");
    }
    assertThat(
            wrong(json ->
                at(json, "/changes/2/base/pages/0").put("path", "dashboards/Other/A.wikitext")))
        .containsExactly("VALUE /changes/2/base/pages/0/path");
  }

  @Test
  void aChangeNeedsWhatItsKindNeeds() {
    assertThat(wrong(json -> at(json, "/changes/0").put("change", "move")))
        .containsExactly("VALUE /changes/0/change");
    assertThat(wrong(json -> at(json, "/changes/0").put("change", "delete")))
        .containsExactlyInAnyOrder("MISSING /changes/0", "UNKNOWN /changes/0/replacement");
    assertThat(wrong(json -> at(json, "/resolutions/0").put("note", "x")))
        .containsExactly("VALUE /resolutions/0");
    assertThat(wrong(json -> at(json, "/intents/0").put("kind", "wish")))
        .containsExactly("VALUE /intents/0");
  }
}
