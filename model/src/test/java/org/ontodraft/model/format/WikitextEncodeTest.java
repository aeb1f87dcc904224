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
import tools.jackson.databind.json.JsonMapper;

/** What an edit does to a page: its own lines and no other. */
class WikitextEncodeTest {
  static Stream<Arguments> edits() {
    return Stream.of(
        row(
            "T01 value",
            "category:Person",
            Pages.TEMPLATE,
            "description",
            "'New | one'",
            "-| has_description = A human, or not/+| has_description = New | one"),
        row(
            "T02 new field",
            "category:Person",
            Pages.TEMPLATE,
            "label",
            "'Human'",
            "+| display_label = Human"),
        row(
            "T04 emptied",
            "category:Person",
            Pages.TEMPLATE,
            "description",
            "''",
            "-| has_description = A human, or not"),
        row(
            "T05 item added",
            "category:Person",
            Pages.TEMPLATE,
            "optional_properties",
            "['Has_name','Has_DOI','Has_email']",
            "-| has_optional_property = Has_name,Has email/"
                + "+| has_optional_property = Has_name,Has DOI,Has email"),
        row(
            "T06 list removed",
            "category:Person",
            Pages.TEMPLATE,
            "parents",
            "null",
            "-| has_parent_category = Agent, Living thing"),
        row(
            "T07 list begun",
            "category:Person",
            Pages.TEMPLATE,
            "required_subobjects",
            "['Address']",
            "+| has_required_subobject = Address"),
        row(
            "T08 unknown changed",
            "category:Person",
            Pages.TEMPLATE,
            "Odd_one",
            "'other'",
            "-| odd_one = kept/+| odd_one = other"),
        row(
            "T09 unknown added",
            "category:Person",
            Pages.TEMPLATE,
            "Has_DOI",
            "'1'",
            "+| has_DOI = 1"),
        row(
            "T10 several lines",
            "category:Person",
            Pages.TEMPLATE,
            "description",
            "'a\\nb'",
            "-| has_description = A human, or not/+| has_description = a/+b"),
        row(
            "T11 nested template",
            "category:Person",
            Pages.TEMPLATE,
            "description",
            "'{{Box\\n|a=1\\n}}'",
            "-| has_description = A human, or not/+| has_description = {{Box/+|a=1/+}}"),
        row(
            "A01 value",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "description",
            "'See [[Foo|bar]]'",
            "-[[Has description::A [http://example.org link]]]"
                + "/+[[Has description::See [[Foo|bar]]]]"),
        row(
            "A02 item with a comma",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "allowed_values",
            "['One, two','Two, or three','Three']",
            "+[[Allows value::Two, or three]]"),
        row(
            "A03 item removed",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "allowed_values",
            "['Three']",
            "-[[Allows value::One, two]]"),
        row(
            "A04 flag set",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "cardinality",
            "'multiple'",
            "+[[Allows multiple values::Yes]]"),
        row(
            "A05 key without a namespace stays so",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "Allows_value_from_category",
            "'Agent'",
            "-[[Allows value from category::Person]]/+[[Allows value from category::Agent]]"),
        row(
            "A06 new key has its namespace",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "parent_property",
            "'Has_y'",
            "+[[Subproperty of::Property:Has y]]"),
        row(
            "A07 false is said",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "unique_values",
            "false",
            "+[[Has unique values::No]]"),
        row(
            "A08 number",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "display_precision",
            "3",
            "+[[Display precision::3]]"),
        row(
            "R01 text",
            "resource:SOP/x",
            Pages.RESOURCE,
            "wikitext",
            "'== Steps ==\\n# Two'",
            "-# One/+# Two"),
        row(
            "R02 text removed",
            "resource:SOP/x",
            Pages.RESOURCE,
            "wikitext",
            "null",
            "-== Steps ==/-# One/-"),
        row(
            "R03 category added",
            "resource:SOP/x",
            Pages.RESOURCE,
            "categories",
            "['SOP','Document','Safe_thing']",
            "+[[Category:Document]]"),
        row(
            "R04 first category changed",
            "resource:SOP/x",
            Pages.RESOURCE,
            "categories",
            "['Safety_SOP','Safe_thing']",
            "-{{SOP/+{{Safety SOP/-[[Category:SOP]]/+[[Category:Safety SOP]]"),
        row(
            "R05 a comma is text",
            "resource:SOP/x",
            Pages.RESOURCE,
            "Has_technique",
            "'SLA'",
            "-|has_technique=SLA, MSLA/+|has_technique=SLA"));
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
    EntityDocument after = Pages.edited(entity, file, field, value);

    EncodeResult result = Pages.encode(entity, file, after);

    assertThat(result).isInstanceOf(EncodeResult.Encoded.class);
    String written = ((EncodeResult.Encoded) result).texts().firstEntry().getValue();
    assertThat(difference(page, written)).isEqualTo(expected);
    SourceFile crlf = Pages.page(entity, page.replace("\n", "\r\n"));
    assertThat(Pages.encode(entity, crlf, after))
        .isEqualTo(EncodeResult.of(file.path(), written.replace("\n", "\r\n")));
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
            new JsonMapper()
                .readTree(
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
  }
}
