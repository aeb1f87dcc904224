package org.ontodraft.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Kind;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.testing.RandomJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EntityDiffTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void hasARowForEachFieldInTheOrderOfTheType() {
    List<FieldChange> rows =
        diff(
            EntityType.CATEGORY,
            "{'zeta':1,'label':'Person','parents':['Agent'],'id':'Person'}",
            "{'id':'Person','parents':['Agent'],'label':'Human','alpha':true,'description':'D'}");
    assertThat(rows)
        .extracting(row -> row.field().name() + " " + row.kind())
        .containsExactly(
            "id UNCHANGED",
            "label MODIFIED",
            "description ADDED",
            "parents UNCHANGED",
            "zeta REMOVED",
            "alpha ADDED");
  }

  /**
   * Sets: {@code -x} and {@code +x} are items of one side. Texts: words between angle brackets are
   * changed. Lines and items of lists are separated by a slash; an item that moved says from where
   * to where.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          D.1 set, order only;       CATEGORY; parents;     ['a','b'];  ['b','a'];  UNCHANGED; {a b}
          D.2 set, item each way;    CATEGORY; parents;     ['a','b'];  ['c','b'];  MODIFIED;  {-a b +c}
          D.3 set appears;           CATEGORY; parents;     ;           ['a'];      ADDED;     {+a}
          D.4 set goes;              CATEGORY; parents;     ['a'];      ;           REMOVED;   {-a}
          D.5 empty is not absent;   CATEGORY; parents;     ;           [];         ADDED;     {}
          D.6 set becomes object;    PROPERTY; allowed_values; ['a'];   {'from_category':'S'}; MODIFIED; whole
          D.7 one word;              CATEGORY; label;       'a red cat'; 'a blue cat'; MODIFIED; [a <red> cat][a <blue> cat]
          D.8 punctuation alone;     CATEGORY; label;       'Cat';      'Cat!';     MODIFIED;  [Cat][Cat<!>]
          D.9 words with a space;    CATEGORY; label;       'one two x'; 'three four x'; MODIFIED; [<one two> x][<three four> x]
          D.10 text appears;         CATEGORY; label;       ;           'New';      ADDED;     [][<New>]
          D.11 short long text;      CATEGORY; description; 'a b';      'a c';      MODIFIED;  [a <b>][a <c>]
          D.12 lines;                CATEGORY; description; 'x\\ny\\nz'; 'x\\nq\\nz'; MODIFIED; (x/-y/+q/z)
          D.13 last line end;        CATEGORY; description; 'x\\ny';    'x\\ny\\n'; MODIFIED;  (x/-y/+y)
          D.14 carriage returns;     CATEGORY; description; 'x\\r\\ny'; 'x\\ny';    MODIFIED;  (-x/+x/y)
          D.15 number for text;      CATEGORY; label;       'a';        1;          MODIFIED;  whole
          D.16 choice;               PROPERTY; datatype;    'Text';     'Number';   MODIFIED;  whole
          D.17 number;               PROPERTY; display_precision; 1;    2;          MODIFIED;  whole
          D.18 unknown list order;   CATEGORY; custom;      ['a','b'];  ['b','a'];  MODIFIED;  |b/a >0>1|
          D.19 page text;            DASHBOARD; pages;      [{'name':'','wikitext':'a\\nb'}]; [{'name':'','wikitext':'a\\nc'}]; MODIFIED; (#/  a/-  b/+  c)
          D.20 page added;           DASHBOARD; pages;      [{'name':'','wikitext':'a'}]; [{'name':'','wikitext':'a'},{'name':'Sub','wikitext':'s'}]; MODIFIED; (#/  a/+# Sub/+  s)
          D.21 page renamed;         DASHBOARD; pages;      [{'name':'A','wikitext':'t'}]; [{'name':'B','wikitext':'t'}]; MODIFIED; (-# A/-  t/+# B/+  t)
          D.22 page with more;       DASHBOARD; pages;      [{'name':'A','wikitext':'t','x':1}]; []; MODIFIED; |-{"name":"A","wikitext":"t","x":1}|
          D.23 combined characters;  CATEGORY; label;       'cafe\u0301 x'; 'cafe x';  MODIFIED;  [<cafe\u0301> x][<cafe> x]
          D.25 page moved;           DASHBOARD; pages;      [{'name':'A','wikitext':'1'},{'name':'B','wikitext':'2'},{'name':'C','wikitext':'3'}]; [{'name':'C','wikitext':'3'},{'name':'A','wikitext':'1'},{'name':'B','wikitext':'x'}]; MODIFIED; (-# C/+# C/  3/# A/  1/# B/-  2/+  x)
          D.26 list, one moved;      CATEGORY; custom;      ['a','b','c','d']; ['a','d','b','c']; MODIFIED; |a/d >3>1/b/c|
          D.27 list, item for item;  CATEGORY; custom;      [1,2,3];    [1,9,3];    MODIFIED;  |1/-2/+9/3|
          D.28 list, one twice;      CATEGORY; custom;      ['a','b'];  ['a','b','a']; MODIFIED; |a/b/+a|
          D.29 list appears;         CATEGORY; custom;      ;           [];         ADDED;     ||
          D.30 list of objects;      CATEGORY; custom;      [{'x':1}];  [{'x':2}];  MODIFIED;  |-{"x":1}/+{"x":2}|
          D.31 list becomes text;    CATEGORY; custom;      ['a'];      'a';        MODIFIED;  whole
          D.32 null is a value;      CATEGORY; custom;      ;           null;       ADDED;     whole
          D.33 values of a resource; RESOURCE; Has_name;    ['a','b'];  ['b'];      MODIFIED;  |-a/b|
          D.24 emoji;                CATEGORY; label;       'a 👩‍👧';   'a 👩‍👦';   MODIFIED;  [a <👩‍👧>][a <👩‍👦>]
          """)
  void shows(
      String row,
      EntityType type,
      String field,
      @Nullable String base,
      @Nullable String mine,
      Kind kind,
      String detail) {
    List<FieldChange> rows = diff(type, member(field, base), member(field, mine));
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().kind()).isEqualTo(kind);
    assertThat(text(rows.getFirst().detail())).isEqualTo(detail);
  }

  @Test
  void anAbsentEntityHasNoFields() {
    assertThat(EntityDiff.between(EntityType.CATEGORY, null, null)).isEmpty();
    assertThat(diff(EntityType.CATEGORY, "{'id':'A'}", null))
        .extracting(FieldChange::kind)
        .containsExactly(Kind.REMOVED);
    assertThat(diff(EntityType.CATEGORY, null, "{'id':'A'}"))
        .extracting(FieldChange::kind)
        .containsExactly(Kind.ADDED);
  }

  /** Whatever is shown, each side can be read off it. */
  @Test
  void wordsAndLinesLoseNothing() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      String base = prose(random);
      String mine = random.nextBoolean() ? prose(random) : base.replace('a', 'b') + "!";
      Detail.Words words = TextDiff.words(base, mine);
      assertThat(join(words.base())).as("seed %d", seed).isEqualTo(base);
      assertThat(join(words.mine())).as("seed %d", seed).isEqualTo(mine);
      Detail.Words characters = TextDiff.characters(base, mine);
      assertThat(join(characters.base())).as("seed %d", seed).isEqualTo(base);
      assertThat(join(characters.mine())).as("seed %d", seed).isEqualTo(mine);
      List<Line> lines = TextDiff.lines(base, mine);
      assertThat(side(lines, Side.MINE_ONLY)).as("seed %d", seed).isEqualTo(base.lines().toList());
      assertThat(side(lines, Side.BASE_ONLY)).as("seed %d", seed).isEqualTo(mine.lines().toList());
      assertThat(String.join("", TextDiff.splitLines(base))).isEqualTo(base);
    }
  }

  @Test
  void charactersAreThoseThatAReaderCounts() {
    Detail.Words found = TextDiff.characters("colour e\u0301t\u00e9", "color e\u0300t\u00e9");
    assertThat(found.base())
        .containsExactly(
            new Span("colo", false),
            new Span("u", true),
            new Span("r ", false),
            new Span("e\u0301", true),
            new Span("t\u00e9", false));
    assertThat(found.mine())
        .containsExactly(
            new Span("color ", false), new Span("e\u0300", true), new Span("t\u00e9", false));
  }

  @Test
  void rowsAgreeWithTheDocuments() {
    for (long seed = 0; seed < 500; seed++) {
      RandomJson json = new RandomJson(new Random(seed));
      EntityDocument base = EntityDocument.of(json.object());
      EntityDocument mine = EntityDocument.of(json.changed(base.json()));
      boolean changed =
          EntityDiff.between(EntityType.CATEGORY, base, mine).stream()
              .anyMatch(row -> row.kind() != Kind.UNCHANGED);
      assertThat(changed).as("seed %d", seed).isEqualTo(!base.equals(mine));
    }
  }

  private static String prose(Random random) {
    List<String> parts =
        List.of("a", "word", " ", "  ", "\n", ".", "-", "😀", "e\u0301", "日本", "\t", "x_y");
    return random
        .ints(random.nextInt(30), 0, parts.size())
        .mapToObj(parts::get)
        .collect(Collectors.joining());
  }

  private static List<String> side(List<Line> lines, Side other) {
    return lines.stream().filter(line -> line.side() != other).map(Line::text).toList();
  }

  private static String join(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  private static String text(Detail detail) {
    return switch (detail) {
      case Detail.Whole whole -> "whole";
      case Detail.Items items ->
          items.items().stream()
              .map(item -> mark(item.side()) + item.text())
              .collect(Collectors.joining(" ", "{", "}"));
      case Detail.Lines lines -> lines(lines.lines());
      case Detail.Pages pages -> lines(pages.lines());
      case Detail.Sequence sequence ->
          sequence.entries().stream()
              .map(EntityDiffTest::entry)
              .collect(Collectors.joining("/", "|", "|"));
      case Detail.Words words -> spans(words.base()) + spans(words.mine());
    };
  }

  private static String lines(List<Line> lines) {
    return lines.stream()
        .map(line -> mark(line.side()) + line.text())
        .collect(Collectors.joining("/", "(", ")"));
  }

  /** A removed item as {@code -x}, a new one as {@code +x}, a moved one with both places. */
  private static String entry(FieldChange.Entry entry) {
    JsonNode value = entry.value();
    String text = value.isString() ? value.stringValue() : value.toString();
    return switch (entry.place()) {
      case Place.Kept kept -> text;
      case Place.Moved(int base, int mine) -> text + " >" + base + ">" + mine;
      case Place.Removed removed -> "-" + text;
      case Place.Added added -> "+" + text;
    };
  }

  private static String spans(List<Span> spans) {
    return spans.stream()
        .map(span -> span.changed() ? "<" + span.text() + ">" : span.text())
        .collect(Collectors.joining("", "[", "]"));
  }

  private static String mark(Side side) {
    return switch (side) {
      case BOTH -> "";
      case BASE_ONLY -> "-";
      case MINE_ONLY -> "+";
    };
  }

  private static String member(String field, @Nullable String value) {
    return value == null ? "{}" : "{'" + field + "':" + value + "}";
  }

  private static List<FieldChange> diff(
      EntityType type, @Nullable String base, @Nullable String mine) {
    return EntityDiff.between(type, document(base), document(mine));
  }

  private static @Nullable EntityDocument document(@Nullable String json) {
    return json == null
        ? null
        : EntityDocument.of((ObjectNode) MAPPER.readTree(json.replace('\'', '"')));
  }
}
