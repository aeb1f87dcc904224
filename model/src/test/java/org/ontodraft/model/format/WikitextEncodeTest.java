package org.ontodraft.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an edit does to a page, and what cannot be written. */
class WikitextEncodeTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TEMPLATE =
      """
      Kept above.
      <!-- OntologySync Start -->
      {{Category
      | has_description = A human, or not
      | has_parent_category = Agent, Living thing
      | has_optional_property = Has_name,Has email
      | odd_one = kept
      }}
      <!-- OntologySync End -->
      [[Category:OntologySync-managed]]

      Kept below.
      """;
  private static final String ANNOTATIONS =
      """
      <!-- OntologySync Start -->
      [[Has type::Text]]
      [[Has description::A [http://example.org link]]]
      [[Allows value::One, two]]
      [[Allows value::Three]]
      <!-- note -->
      [[Allows value from category::Person]]
      <!-- OntologySync End -->
      [[Category:OntologySync-managed-property]]
      """;
  private static final String RESOURCE =
      """
      <!-- OntologySync Start -->
      {{SOP
      |has_technique=SLA, MSLA
      }}
      <!-- OntologySync End -->
      [[Category:SOP]]
      [[Category:OntologySync-managed-resource]]

      == Steps ==
      # One

      [[Category:Safe thing]]
      """;

  static Stream<Arguments> edits() {
    return Stream.of(
        row(
            "T01 value",
            "category:Person",
            TEMPLATE,
            "description",
            "'New | one'",
            "-| has_description = A human, or not/+| has_description = New | one"),
        row(
            "T02 new field",
            "category:Person",
            TEMPLATE,
            "label",
            "'Human'",
            "+| display_label = Human"),
        row(
            "T04 emptied",
            "category:Person",
            TEMPLATE,
            "description",
            "''",
            "-| has_description = A human, or not"),
        row(
            "T05 item added",
            "category:Person",
            TEMPLATE,
            "optional_properties",
            "['Has_name','Has_DOI','Has_email']",
            "-| has_optional_property = Has_name,Has email/"
                + "+| has_optional_property = Has_name,Has DOI,Has email"),
        row(
            "T06 list removed",
            "category:Person",
            TEMPLATE,
            "parents",
            "null",
            "-| has_parent_category = Agent, Living thing"),
        row(
            "T07 list begun",
            "category:Person",
            TEMPLATE,
            "required_subobjects",
            "['Address']",
            "+| has_required_subobject = Address"),
        row(
            "T08 unknown changed",
            "category:Person",
            TEMPLATE,
            "Odd_one",
            "'other'",
            "-| odd_one = kept/+| odd_one = other"),
        row("T09 unknown added", "category:Person", TEMPLATE, "Has_DOI", "'1'", "+| has_DOI = 1"),
        row(
            "T10 several lines",
            "category:Person",
            TEMPLATE,
            "description",
            "'a\\nb'",
            "-| has_description = A human, or not/+| has_description = a/+b"),
        row(
            "T11 nested template",
            "category:Person",
            TEMPLATE,
            "description",
            "'{{Box\\n|a=1\\n}}'",
            "-| has_description = A human, or not/+| has_description = {{Box/+|a=1/+}}"),
        row(
            "A01 value",
            "property:Has_x",
            ANNOTATIONS,
            "description",
            "'See [[Foo|bar]]'",
            "-[[Has description::A [http://example.org link]]]"
                + "/+[[Has description::See [[Foo|bar]]]]"),
        row(
            "A02 item with a comma",
            "property:Has_x",
            ANNOTATIONS,
            "allowed_values",
            "['One, two','Two, or three','Three']",
            "+[[Allows value::Two, or three]]"),
        row(
            "A03 item removed",
            "property:Has_x",
            ANNOTATIONS,
            "allowed_values",
            "['Three']",
            "-[[Allows value::One, two]]"),
        row(
            "A04 flag set",
            "property:Has_x",
            ANNOTATIONS,
            "cardinality",
            "'multiple'",
            "+[[Allows multiple values::Yes]]"),
        row(
            "A05 key without a namespace stays so",
            "property:Has_x",
            ANNOTATIONS,
            "Allows_value_from_category",
            "'Agent'",
            "-[[Allows value from category::Person]]/+[[Allows value from category::Agent]]"),
        row(
            "A06 new key has its namespace",
            "property:Has_x",
            ANNOTATIONS,
            "parent_property",
            "'Has_y'",
            "+[[Subproperty of::Property:Has y]]"),
        row(
            "A07 false is said",
            "property:Has_x",
            ANNOTATIONS,
            "unique_values",
            "false",
            "+[[Has unique values::No]]"),
        row(
            "A08 number",
            "property:Has_x",
            ANNOTATIONS,
            "display_precision",
            "3",
            "+[[Display precision::3]]"),
        row(
            "R01 text",
            "resource:SOP/x",
            RESOURCE,
            "wikitext",
            "'== Steps ==\\n# Two'",
            "-# One/+# Two"),
        row(
            "R02 text removed",
            "resource:SOP/x",
            RESOURCE,
            "wikitext",
            "null",
            "-== Steps ==/-# One/-"),
        row(
            "R03 category added",
            "resource:SOP/x",
            RESOURCE,
            "categories",
            "['SOP','Document','Safe_thing']",
            "+[[Category:Document]]"),
        row(
            "R04 first category changed",
            "resource:SOP/x",
            RESOURCE,
            "categories",
            "['Safety_SOP','Safe_thing']",
            "-{{SOP/+{{Safety SOP/-[[Category:SOP]]/+[[Category:Safety SOP]]"),
        row(
            "R05 a comma is text",
            "resource:SOP/x",
            RESOURCE,
            "Has_technique",
            "'SLA'",
            "-|has_technique=SLA, MSLA/+|has_technique=SLA"));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        row(
            "N01 open braces",
            "category:Person",
            TEMPLATE,
            "description",
            "'a {{ b'",
            "wikitext-braces /description"),
        row(
            "N02 marker",
            "category:Person",
            TEMPLATE,
            "description",
            "'x <!-- OntologySync End --> y'",
            "wikitext-marker /description"),
        row(
            "N03 next parameter",
            "category:Person",
            TEMPLATE,
            "description",
            "'x\\n|has_parent_category=Evil'",
            "wikitext-parameter-line /description"),
        row(
            "N04 edges",
            "category:Person",
            TEMPLATE,
            "description",
            "' x'",
            "wikitext-edges /description"),
        row(
            "N05 comma in an item",
            "category:Person",
            TEMPLATE,
            "parents",
            "['a,b']",
            "wikitext-separator /parents"),
        row(
            "N06 line in an item",
            "category:Person",
            TEMPLATE,
            "parents",
            "['a\\nb']",
            "wikitext-line-break /parents"),
        row(
            "N07 number as text",
            "category:Person",
            TEMPLATE,
            "parents",
            "[1]",
            "wikitext-no-place /parents"),
        row(
            "N08 object",
            "property:Has_x",
            ANNOTATIONS,
            "allowed_values",
            "{'from_category':'Person'}",
            "wikitext-no-place /allowed_values"),
        row(
            "N09 line in an annotation",
            "property:Has_x",
            ANNOTATIONS,
            "description",
            "'a\\nb'",
            "wikitext-line-break /description"),
        row(
            "N10 bracket in an annotation",
            "property:Has_x",
            ANNOTATIONS,
            "description",
            "'a ]] b'",
            "wikitext-braces /description"),
        row(
            "N11 list in a template",
            "resource:SOP/x",
            RESOURCE,
            "Has_technique",
            "['a','b']",
            "wikitext-no-place /Has_technique"),
        row(
            "N12 name no property has",
            "category:Person",
            TEMPLATE,
            "comment",
            "'x'",
            "wikitext-no-place /comment"),
        row(
            "N13 label cannot be empty",
            "category:Person",
            TEMPLATE,
            "label",
            "''",
            "wikitext-reads-differently /label"),
        row(
            "N14 key that is no title",
            "category:Person",
            TEMPLATE,
            "parents",
            "['Living thing']",
            "wikitext-reads-differently /parents"),
        row(
            "N15 other cardinality",
            "property:Has_x",
            ANNOTATIONS,
            "cardinality",
            "'some'",
            "wikitext-reads-differently /cardinality"),
        row(
            "N16 one category",
            "resource:SOP/x",
            RESOURCE,
            "category",
            "'SOP'",
            "wikitext-no-place /category"),
        row(
            "N17 category in the text",
            "resource:SOP/x",
            RESOURCE,
            "wikitext",
            "'a\\n[[Category:Evil]]\\nb'",
            "wikitext-reads-differently /categories"),
        row(
            "N18 id",
            "category:Person",
            TEMPLATE,
            "id",
            "'Other'",
            "wikitext-reads-differently /id"),
        row(
            "N19 half a character",
            "category:Person",
            TEMPLATE,
            "description",
            "'\\uD800'",
            "wikitext-character /description"),
        row(
            "N22 description always there",
            "category:Person",
            TEMPLATE,
            "description",
            "null",
            "wikitext-reads-differently /description"),
        row(
            "N20 template's label",
            "template:Box",
            "{{{1|}}}\n",
            "label",
            "'A box'",
            "wikitext-no-place /label"),
        row(
            "N21 bars in a name",
            "category:Person",
            TEMPLATE,
            "A|b",
            "'x'",
            "wikitext-no-place /A|b"));
  }

  private static Arguments row(
      String id, String key, String page, String field, String value, String expected) {
    return Arguments.of(id, key, page, field, value, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void editChangesItsLines(
      String id, String key, String page, String field, String value, String expected) {
    EntityKey entity = Snapshots.key(key);
    SourceFile file = Pages.page(entity, page);
    EntityDocument after = edited(entity, file, field, value);

    EncodeResult result = Pages.encode(entity, file, after);

    assertThat(result).isInstanceOf(EncodeResult.Encoded.class);
    String written = ((EncodeResult.Encoded) result).texts().firstEntry().getValue();
    assertThat(difference(page, written)).isEqualTo(expected);
    SourceFile crlf = Pages.page(entity, page.replace("\n", "\r\n"));
    assertThat(Pages.encode(entity, crlf, after))
        .isEqualTo(EncodeResult.of(file.path(), written.replace("\n", "\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void whatCannotBeWrittenIsRefusedWithItsPlace(
      String id, String key, String page, String field, String value, String expected) {
    EntityKey entity = Snapshots.key(key);
    SourceFile file = Pages.page(entity, page);
    EncodeResult result = Pages.encode(entity, file, edited(entity, file, field, value));

    assertThat(result).isInstanceOf(EncodeResult.Refused.class);
    assertThat(((EncodeResult.Refused) result).reasons())
        .extracting(reason -> reason.reason().rule() + " " + reason.pointer())
        .contains(expected);
  }

  private static EntityDocument edited(EntityKey key, SourceFile file, String field, String value) {
    JsonNode node = value.equals("null") ? null : JSON.readTree(value.replace('\'', '"'));
    return Pages.document(key, file).with(key.type(), field, node);
  }

  /** The lines that go and come, in order, with as few as there can be. */
  private static String difference(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<String> out = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        i++;
        j++;
      } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
        out.add("-" + old.get(i++));
      } else {
        out.add("+" + now.get(j++));
      }
    }
    return String.join("/", out);
  }

  @Test
  void dashboardPagesBecomeFiles() {
    EntityKey desk = Snapshots.key("dashboard:Desk");
    String root =
        "<!-- OntologySync Start -->\n{{Dashboard\n|has_description=d\n}}\n"
            + "<!-- OntologySync End -->\n[[Category:Dashboard]]\n";
    SourceFile file =
        new SourceFile(
            "dashboards/Desk.wikitext",
            "",
            root,
            List.of(Pages.file("dashboards/Desk/Old.wikitext", "old")));
    EntityDocument before = Pages.document(desk, file);
    EntityDocument after =
        before.with(
            desk.type(),
            "pages",
            JSON.readTree(
                """
                [{"name": "New/Sub", "wikitext": "n"}, {"name": "", "wikitext": "r"}]
                """));
    assertThat(Pages.encode(desk, file, after))
        .isEqualTo(
            new EncodeResult.Encoded(
                new TreeMap<>(
                    Map.of(
                        "dashboards/Desk.wikitext",
                        root + "\nr\n",
                        "dashboards/Desk/New/Sub.wikitext",
                        "n\n"))));
    assertThat(refusedPages(desk, file, "[{'name':'','wikitext':''},{'name':'a:b','wikitext':''}]"))
        .containsExactly("wikitext-page-name");
    assertThat(
            refusedPages(
                desk,
                file,
                "[{'name':'','wikitext':''},{'name':'A','wikitext':''},{'name':'a','wikitext':''}]"))
        .containsExactly("wikitext-page-name");
    assertThat(refusedPages(desk, file, "[{'name':'Old','wikitext':'x'}]"))
        .containsExactly("wikitext-reads-differently");
    assertThat(
            refusedPages(desk, file, "[{'name':'Old','wikitext':'old'},{'name':'','wikitext':''}]"))
        .containsExactly("wikitext-reads-differently");
  }

  private static List<String> refusedPages(EntityKey key, SourceFile file, String pages) {
    EncodeResult result = Pages.encode(key, file, edited(key, file, "pages", pages));
    assertThat(result).as(pages).isInstanceOf(EncodeResult.Refused.class);
    return ((EncodeResult.Refused) result)
        .reasons().stream().map(reason -> reason.reason().rule()).toList();
  }
}
