package org.ontodraft.model.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ontodraft.model.ontology.SourceProblem.Code.DUPLICATE_KEY;
import static org.ontodraft.model.ontology.SourceProblem.Code.DUPLICATE_MEMBER;
import static org.ontodraft.model.ontology.SourceProblem.Code.ENCODING;
import static org.ontodraft.model.ontology.SourceProblem.Code.ID_MISMATCH;
import static org.ontodraft.model.ontology.SourceProblem.Code.MALFORMED;
import static org.ontodraft.model.ontology.SourceProblem.Code.NOT_A_FILE;
import static org.ontodraft.model.ontology.SourceProblem.Code.PATH_COLLISION;
import static org.ontodraft.model.ontology.SourceProblem.Code.SHAPE;
import static org.ontodraft.model.ontology.SourceProblem.Code.TOO_DEEP;
import static org.ontodraft.model.ontology.SourceProblem.Code.TOO_LARGE;
import static org.ontodraft.model.ontology.SourceProblem.Code.UNUSABLE_PATH;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologySource.TreeEntry.Kind;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;
import org.ontodraft.model.testing.InMemoryRepository;

/** What becomes of each kind of bad file, beside a good one that must always be read. */
class BadFilesTest {
  private static final String GOOD = "{\n  \"id\": \"Agent\",\n  \"label\": \"Agent\"\n}\n";

  static Stream<Arguments> badFiles() {
    String path = "categories/Person.json";
    return Stream.of(
        row("B01 empty file", path, "", MALFORMED, 0, "empty"),
        row("B02 only spaces", path, " \n\t", MALFORMED, 0, "empty"),
        row("B03 cut off", path, "{\n\"id\": \"Person\"", MALFORMED, 2),
        row("B04 comma before the end", path, "{\n\"id\": \"Person\",\n}", MALFORMED, 3),
        row("B05 comment", path, "{\n// note\n\"id\": \"Person\"}", MALFORMED, 2),
        row("B06 single quotes", path, "{'id': 'Person'}", MALFORMED, 1),
        row("B07 text after the end", path, "{\"id\": \"Person\"}\n{}", MALFORMED, 2),
        row("B08 NaN", path, "{\"id\": \"Person\",\n\"x\": NaN}", MALFORMED, 2),
        row("B09 leading zero", path, "{\"id\": \"Person\",\n\"x\": 01}", MALFORMED, 2),
        row("B10 raw line end in a text", path, "{\n\"id\": \"Per\nson\"}", MALFORMED, 2),
        row("B11 unknown escape", path, "{\n\"id\": \"\\q\"}", MALFORMED, 2),
        row("B12 conflict markers", path, "{\n<<<<<<< HEAD\n\"id\": \"Person\"", MALFORMED, 2),
        row(
            "B13 duplicate name",
            path,
            "{\n\"id\": \"Person\",\n\"label\": \"a\",\n\"label\": \"b\"}",
            DUPLICATE_MEMBER,
            4,
            "label"),
        row(
            "B14 duplicate name by escape",
            path,
            "{\"id\": \"Person\", \"\\u0069d\": 1}",
            DUPLICATE_MEMBER,
            1,
            "id"),
        row(
            "B15 duplicate name inside",
            path,
            "{\"id\": \"Person\",\n\"x\": {\"a\": 1,\n\"a\": 2}}",
            DUPLICATE_MEMBER,
            3,
            "a"),
        row("B16 list at the top", path, "\n[]", SHAPE, 2, "", "object", "list"),
        row("B17 text at the top", path, "\"Person\"", SHAPE, 1, "", "object", "text"),
        row("B18 null at the top", path, "null", SHAPE, 1, "", "object", "null"),
        row(
            "B19 label is a number",
            path,
            "{\"id\": \"Person\",\n\"label\": 1}",
            SHAPE,
            2,
            "/label",
            "text",
            "number"),
        row(
            "B20 label is null",
            path,
            "{\"id\": \"Person\",\r\n\r\n\"label\": null}",
            SHAPE,
            3,
            "/label",
            "text",
            "null"),
        row(
            "B21 parents is an object",
            path,
            "{\"id\": \"Person\", \"parents\": {}}",
            SHAPE,
            1,
            "/parents",
            "list",
            "object"),
        row(
            "B22 parents is a text",
            path,
            "{\"id\": \"Person\", \"parents\": \"Agent\"}",
            SHAPE,
            1,
            "/parents",
            "list",
            "text"),
        row(
            "B23 a parent is an object",
            path,
            "{\"id\": \"Person\", \"parents\": [\"Agent\", {}]}",
            SHAPE,
            1,
            "/parents/1",
            "text",
            "object"),
        row(
            "B24 a precision with decimals",
            "properties/Has_a.json",
            "{\"id\": \"Has_a\", \"display_precision\": 1.5}",
            SHAPE,
            1,
            "/display_precision",
            "whole number",
            "number"),
        row(
            "B25 a flag as text",
            "properties/Has_a.json",
            "{\"id\": \"Has_a\", \"unique_values\": \"yes\"}",
            SHAPE,
            1,
            "/unique_values",
            "boolean",
            "text"),
        row(
            "B26 from_category is a list",
            "properties/Has_a.json",
            "{\"id\": \"Has_a\", \"allowed_values\": {\"from_category\": []}}",
            SHAPE,
            1,
            "/allowed_values/from_category",
            "text",
            "list"),
        row(
            "B27 a page is a text",
            "dashboards/Core.json",
            "{\"id\": \"Core\", \"pages\": [\"a\"]}",
            SHAPE,
            1,
            "/pages/0",
            "object",
            "text"),
        row(
            "B28 a page's body is a list",
            "dashboards/Core.json",
            "{\"id\": \"Core\", \"pages\": [{\"name\": \"\", \"wikitext\": []}]}",
            SHAPE,
            1,
            "/pages/0/wikitext",
            "text",
            "list"),
        row("B29 501 deep", path, deep("[", "]", 500), TOO_DEEP, 1, "500"),
        row("B30 10,000 deep", path, deep("[", "]", 10_000), TOO_DEEP, 1, "500"),
        row("B31 100,000 deep", path, deep("{\"a\":", "}", 100_000), TOO_DEEP, 1, "500"),
        row("B32 100,000 deep and cut off", path, "{\"a\":".repeat(100_000), TOO_DEEP, 1, "500"),
        row(
            "B33 long text",
            path,
            "{\"id\": \"Person\", \"label\": \"" + "a".repeat(4 * 1024 * 1024 + 1) + "\"}",
            TOO_LARGE,
            1,
            "4194305",
            "4194304"),
        row(
            "B34 long number",
            path,
            "{\"id\": \"Person\", \"x\": " + "1".repeat(1001) + "}",
            TOO_LARGE,
            1,
            "1001",
            "1000"),
        row(
            "B35 file over the bound",
            path,
            "{\"id\": \"Person\"}" + " ".repeat(16 * 1024 * 1024),
            TOO_LARGE,
            0,
            ">16777216",
            "16777216"),
        row("B36 another id", path, "{\n\"id\": \"Human\"}", ID_MISMATCH, 2, "Human", "Person"),
        row(
            "B37 id in another case",
            path,
            "{\"id\": \"person\"}",
            ID_MISMATCH,
            1,
            "person",
            "Person"),
        row("B38 no id", path, "{\"label\": \"Person\"}", ID_MISMATCH, 1, "", "Person"),
        row(
            "B39 nested id without its folder",
            "resources/Person/John.json",
            "{\"id\": \"John\"}",
            ID_MISMATCH,
            1,
            "John",
            "Person/John"),
        row(
            "B40 the id of another file",
            "categories/Zebra.json",
            "{\"id\": \"Agent\"}",
            DUPLICATE_KEY,
            1,
            "Agent",
            "categories/Agent.json"),
        row(
            "B41 other case",
            "categories/agent.json",
            "{\"id\": \"agent\"}",
            PATH_COLLISION,
            0,
            "categories/Agent.json"),
        row("B42 nested category", "categories/a/B.json", GOOD, UNUSABLE_PATH, 0, "NESTED"),
        row("B43 reserved name", "categories/CON.json", GOOD, UNUSABLE_PATH, 0, "RESERVED_NAME"),
        row("B44 colon", "categories/a:b.json", GOOD, UNUSABLE_PATH, 0, "CHARACTER"),
        row("B45 space at the end", "categories/a .json", GOOD, UNUSABLE_PATH, 0, "CHARACTER"),
        row("B46 hidden", "categories/.hidden.json", GOOD, UNUSABLE_PATH, 0, "RESERVED_NAME"),
        row("B47 no name", "categories/.json", GOOD, UNUSABLE_PATH, 0, "EMPTY"));
  }

  private static String deep(String open, String close, int depth) {
    String inner = open.repeat(depth) + "1" + close.repeat(depth);
    return "{\"id\": \"Person\", \"x\": " + inner + "}";
  }

  private static Arguments row(
      String row, String path, String text, Code code, int line, String... arguments) {
    return Arguments.of(row, path, text.getBytes(UTF_8), code, line, List.of(arguments));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void badFileIsNamedAndDropsNothingElse(
      String row, String path, byte[] content, Code code, int line, List<String> arguments) {
    ReadOntology read = readBesideGood(path, content, Kind.FILE);

    assertThat(keys(read)).containsExactly("category:Agent");
    assertThat(read.problems()).hasSize(1);
    SourceProblem problem = read.problems().getFirst();
    assertThat(problem.path()).isEqualTo(path);
    assertThat(problem.code()).as(problem.arguments().toString()).isEqualTo(code);
    assertThat(problem.line()).as("line").isEqualTo(line);
    if (arguments.isEmpty()) {
      assertThat(problem.arguments()).hasSize(1);
      assertThat(problem.arguments().getFirst()).isNotBlank().hasSizeLessThanOrEqualTo(200);
    } else {
      assertThat(problem.arguments()).isEqualTo(arguments);
    }
  }

  static Stream<Arguments> encodings() {
    String text = "{\n\"id\": \"Person\",\n\"label\": \"é\"}";
    byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
    return Stream.of(
        Arguments.of("E01 Latin-1", latin, 3, text.indexOf('é')),
        Arguments.of("E02 UTF-16 with mark", text.getBytes(StandardCharsets.UTF_16), 1, 0),
        Arguments.of("E03 overlong slash", new byte[] {'{', (byte) 0xC0, (byte) 0xAF}, 1, 1),
        Arguments.of(
            "E04 surrogate half", new byte[] {'{', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, 1, 1),
        Arguments.of("E05 cut in a character", new byte[] {'{', '"', (byte) 0xC3}, 1, 2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void otherEncodingIsRefusedWithTheOffset(String row, byte[] content, int line, int offset) {
    ReadOntology read = readBesideGood("categories/Person.json", content, Kind.FILE);

    assertThat(keys(read)).containsExactly("category:Agent");
    assertThat(read.problems())
        .extracting(SourceProblem::code, SourceProblem::line, SourceProblem::arguments)
        .containsExactly(tuple(ENCODING, line, List.of(Integer.toString(offset))));
  }

  @Test
  void linksAndSubmodulesAreRefused() {
    byte[] target = "../../etc/passwd".getBytes(UTF_8);

    for (Kind kind : List.of(Kind.SYMLINK, Kind.SUBMODULE)) {
      for (String path :
          List.of("categories/Person.json", "categories/more", "categories/_schema.json")) {
        ReadOntology read = readBesideGood(path, target, kind);
        assertThat(keys(read)).containsExactly("category:Agent");
        assertThat(read.problems())
            .extracting(SourceProblem::path, SourceProblem::code)
            .containsExactly(tuple(path, NOT_A_FILE));
      }
    }
  }

  @Test
  void unicodeFormsOfOneNameCollide() {
    String composed = "categories/Caf\u00e9.json";
    String decomposed = "categories/Cafe\u0301.json";
    InMemoryRepository repository =
        InMemoryRepository.of(
            Map.of(composed, "{\"id\": \"Caf\u00e9\"}", decomposed, "{\"id\": \"Cafe\u0301\"}"));

    ReadOntology read = repository.read(repository.head());

    assertThat(read.entities())
        .extracting(e -> e.summary().sourcePath())
        .containsExactly(decomposed);
    assertThat(read.problems())
        .extracting(SourceProblem::path, SourceProblem::code, SourceProblem::arguments)
        .containsExactly(tuple(composed, PATH_COLLISION, List.of(decomposed)));
  }

  @Test
  void executableFilesAreRead() {
    ReadOntology read =
        readBesideGood(
            "categories/Person.json", "{\"id\": \"Person\"}".getBytes(UTF_8), Kind.EXECUTABLE);

    assertThat(keys(read)).containsExactly("category:Agent", "category:Person");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void byteOrderMarkIsKeptWithANotice() {
    byte[] content = "\uFEFF{\"id\": \"Person\"}".getBytes(UTF_8);

    ReadOntology read = readBesideGood("categories/Person.json", content, Kind.FILE);

    assertThat(keys(read)).containsExactly("category:Agent", "category:Person");
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.isNotice()).isTrue());
    IngestedEntity person = read.entities().getLast();
    assertThat(person.text().getBytes(UTF_8)).isEqualTo(content);
    assertThat(JsonCodec.parse(person.text())).isEqualTo(person.document());
  }

  @Test
  void filesThatAreNoEntitiesAreLeftAlone() {
    InMemoryRepository repository =
        InMemoryRepository.of(
            Map.of(
                "categories/Agent.json", GOOD,
                "categories/README.md", "not JSON",
                "categories/.gitkeep", "",
                "categories/_schema.json", "{broken",
                "modules/Core/versions/1.0.0.json", "{}",
                "README.json", "[]",
                "docs/categories/X.json", "[]"));

    ReadOntology read = repository.read(repository.head());

    assertThat(keys(read)).containsExactly("category:Agent");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void exactBoundsAreAccepted() {
    String text = "{\"id\": \"Person\", \"x\": " + "[".repeat(499) + "]".repeat(499) + "}";
    String label = "{\"id\": \"Person\", \"label\": \"" + "a".repeat(4 * 1024 * 1024) + "\"}";
    String padded = "{\"id\": \"Person\"}" + " ".repeat(16 * 1024 * 1024 - 16);

    for (String content : Arrays.asList(text, label, padded)) {
      assertThat(
              readBesideGood("categories/Person.json", content.getBytes(UTF_8), Kind.FILE)
                  .problems())
          .isEmpty();
    }
  }

  private static ReadOntology readBesideGood(String path, byte[] content, Kind kind) {
    InMemoryRepository repository = InMemoryRepository.of(Map.of("categories/Agent.json", GOOD));
    return repository.read(repository.commitEntry("Bad", path, content, kind));
  }

  private static List<String> keys(ReadOntology read) {
    return read.entities().stream().map(entity -> entity.summary().key().toString()).toList();
  }

  @Test
  void keysAreTyped() {
    assertThat(readBesideGood("modules/Agent.json", GOOD.getBytes(UTF_8), Kind.FILE).entities())
        .extracting(entity -> entity.summary().key())
        .containsExactly(
            EntityKey.of(EntityType.CATEGORY, "Agent"), EntityKey.of(EntityType.MODULE, "Agent"));
  }
}
