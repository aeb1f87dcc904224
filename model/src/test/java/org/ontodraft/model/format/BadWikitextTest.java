package org.ontodraft.model.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.OntologySource.TreeEntry.Kind;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.Snapshots;

/** What becomes of each kind of bad wikitext, beside a good page that must always be read. */
class BadWikitextTest {
  private static final String CATEGORY = "categories/Person.wikitext";
  private static final String PROPERTY = "properties/Has_x.wikitext";
  private static final String START = "<!-- OntologySync Start -->\n";
  private static final String END = "<!-- OntologySync End -->\n";
  private static final String GOOD = START + "{{Category\n|has_description=d\n}}\n" + END;

  static Stream<Arguments> rows() {
    return Stream.of(
        row("W01 empty file", CATEGORY, "", "SRC-15 1 0,0"),
        row("W02 no markers", CATEGORY, "{{Category\n|has_description=d\n}}\n", "SRC-15 1 0,0"),
        row("W03 no end", CATEGORY, START + "{{Category\n}}\n", "SRC-15 1 1,0"),
        row("W04 no start", CATEGORY, "x\n{{Category\n}}\n" + END, "SRC-15 4 0,1"),
        row("W05 two starts", CATEGORY, START + START + "{{Category\n}}\n" + END, "SRC-15 1 2,1"),
        row("W06 two blocks", CATEGORY, GOOD + GOOD, "SRC-15 1 2,2"),
        row("W07 end first", CATEGORY, END + "{{Category\n}}\n" + START, "SRC-15 4 1,1"),
        row(
            "W08 marker in a line",
            CATEGORY,
            "Here: " + GOOD,
            "SRC-14 1 a marker of the block does not stand alone on its line"),
        row("W09 marker in the text", CATEGORY, GOOD + "\nIt begins with " + START, "SRC-15 1 2,1"),
        row("W10 empty block", CATEGORY, START + END, "SRC-14 2 the block is empty"),
        row(
            "W11 open brace",
            CATEGORY,
            START + "{{Category\n|has_description=a {{ b\n}}\n" + END,
            "SRC-14 2 {{ is not closed"),
        row(
            "W12 close brace",
            CATEGORY,
            START + "{{Category\n|has_description=a }} b\n}}\n" + END,
            "SRC-14 3 text behind the end of the template"),
        row(
            "W13 two templates",
            CATEGORY,
            START + "{{Category\n}}\n{{Category\n}}\n" + END,
            "SRC-14 4 text behind the end of the template"),
        row(
            "W14 both generations",
            CATEGORY,
            START + "{{Category\n}}\n[[Has description::d]]\n" + END,
            "SRC-14 4 text behind the end of the template"),
        row(
            "W15 text in the block",
            CATEGORY,
            START + "[[Has description::d]]\nand more\n" + END,
            "SRC-14 3 neither an annotation nor a template"),
        row(
            "W16 annotation not closed",
            CATEGORY,
            START + "[[Has description::d\n]]\n" + END,
            "SRC-14 2 [[ is not closed on its line"),
        row(
            "W17 annotation without name",
            CATEGORY,
            START + "[[Person]]\n" + END,
            "SRC-14 2 an annotation without a name"),
        row(
            "W18 bracket in a value",
            CATEGORY,
            START + "[[Has description::a ]] b]]\n" + END,
            "SRC-14 2 neither an annotation nor a template"),
        row(
            "W19 parameter without name",
            CATEGORY,
            START + "{{Category\n|Agent\n}}\n" + END,
            "SRC-14 3 a parameter without a name"),
        row(
            "W20 template without name",
            CATEGORY,
            START + "{{\n|has_description=d\n}}\n" + END,
            "SRC-14 2 the template has no name"),
        row(
            "W21 parameter twice",
            CATEGORY,
            START + "{{Category\n|has_description=a\n|Has description=b\n}}\n" + END,
            "SRC-02 4 Has description"),
        row(
            "W22 one value twice",
            CATEGORY,
            START + "[[Has description::a]]\n[[Has description::b]]\n" + END,
            "SRC-02 3 Has description"),
        row(
            "W23 another type",
            CATEGORY,
            START + "{{Property\n|has_type=Text\n}}\n" + END,
            "SRC-04 2 ,{{Category}},{{Property}}"),
        row(
            "W24 not a number",
            PROPERTY,
            START + "{{Property\n|has_type=Number\n|display_precision=two\n}}\n" + END,
            "SRC-04 4 /display_precision,whole number,two"),
        row(
            "W25 neither yes nor no",
            PROPERTY,
            START + "[[Has type::Text]]\n[[Allows multiple values::perhaps]]\n" + END,
            "SRC-04 3 /cardinality,Yes or No,perhaps"),
        row(
            "W26 old Mac line ends",
            CATEGORY,
            GOOD.replace('\n', '\r'),
            "SRC-14 1 a marker of the block does not stand alone on its line"),
        row("W27 NUL", CATEGORY, GOOD + "\na\0b\n", "SRC-14 7 a NUL character"),
        row("W28 wikitext of a module", "modules/Core.wikitext", GOOD, "SRC-18 0 module"),
        row("W29 nested category", "categories/A/B.wikitext", GOOD, "SRC-09 0 NESTED"),
        row(
            "W30 page without a root",
            "dashboards/Desk/Setup.wikitext",
            "text",
            "SRC-16 0 dashboards/Desk.wikitext"),
        row("W31 dashboard without a block", "dashboards/Desk.wikitext", "text", "SRC-15 1 0,0"),
        row("W32 resource without a block", "resources/SOP/x.wikitext", "text", "SRC-15 1 0,0"));
  }

  private static Arguments row(String id, String path, String text, String expected) {
    return Arguments.of(id, path, text, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void becomesAProblemAndDropsNothingElse(String id, String path, String text, String expected) {
    InMemoryRepository repository =
        InMemoryRepository.of(Map.of("categories/Agent.wikitext", GOOD));
    repository.commitEntry("bad", path, text.getBytes(UTF_8), Kind.FILE);

    ReadOntology read = repository.read(repository.head());

    assertThat(read.problems()).extracting(BadWikitextTest::describe).containsExactly(expected);
    assertThat(read.problems()).extracting(SourceProblem::path).containsExactly(path);
    assertThat(read.entities())
        .extracting(entity -> entity.summary().key().toString())
        .containsExactly("category:Agent");
  }

  @Test
  void otherEncodingsAreToldWithTheirPlace() {
    byte[] latin = GOOD.replace("=d", "=d\u00e9").getBytes(ISO_8859_1);
    InMemoryRepository repository = new InMemoryRepository();
    repository.commitEntry("latin", CATEGORY, latin, Kind.FILE);
    int offset = GOOD.indexOf("=d") + 2;
    assertThat(repository.read(repository.head()).problems())
        .extracting(BadWikitextTest::describe)
        .containsExactly("SRC-03 3 " + offset);
  }

  @Test
  void sizesAreBound() {
    InMemoryRepository repository = new InMemoryRepository();
    String large = GOOD + "x".repeat(JsonCodec.MAX_STRING_LENGTH);
    repository.commitEntry("large", CATEGORY, large.getBytes(UTF_8), Kind.FILE);
    assertThat(repository.read(repository.head()).problems())
        .extracting(problem -> problem.code().shortCode())
        .containsExactly("SRC-05");
  }

  @Test
  void aByteOrderMarkIsKeptAndTold() {
    InMemoryRepository repository = InMemoryRepository.of(Map.of(CATEGORY, "\uFEFF" + GOOD));
    assertThat(repository.read(repository.head()).problems())
        .extracting(BadWikitextTest::describe)
        .containsExactly("SRC-12 1 ");
    EntityKey person = Snapshots.key("category:Person");
    assertThat(repository.ontology().file(person).text()).startsWith("\uFEFF");
  }

  /** Braces nested as deep as a file is long are read or refused in linear time and space. */
  @Test
  void nestingHasNoBound() {
    String braces = "{{a|".repeat(100_000);
    InMemoryRepository repository =
        InMemoryRepository.of(
            Map.of(
                CATEGORY,
                START + "{{Category\n|has_description=" + braces + "\n}}\n" + END,
                "categories/Deep.wikitext",
                START
                    + "{{Category\n|has_description="
                    + braces
                    + "}}".repeat(100_000)
                    + "\n}}\n"
                    + END));
    ReadOntology read = repository.read(repository.head());
    assertThat(read.problems()).extracting(SourceProblem::path).containsExactly(CATEGORY);
    assertThat(read.entities()).hasSize(1);
  }

  private static String describe(SourceProblem problem) {
    List<String> arguments = problem.arguments();
    return problem.code().shortCode() + " " + problem.line() + " " + String.join(",", arguments);
  }
}
