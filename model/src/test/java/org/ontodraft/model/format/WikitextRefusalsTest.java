package org.ontodraft.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.testing.Snapshots;

/** What no page can hold is refused, with the place and the reason. */
class WikitextRefusalsTest {
  static Stream<Arguments> refusals() {
    return Stream.of(
        row(
            "N01 open braces",
            "category:Person",
            Pages.TEMPLATE,
            "description",
            "'a {{ b'",
            "wikitext-braces /description"),
        row(
            "N02 marker",
            "category:Person",
            Pages.TEMPLATE,
            "description",
            "'x <!-- OntologySync End --> y'",
            "wikitext-marker /description"),
        row(
            "N03 next parameter",
            "category:Person",
            Pages.TEMPLATE,
            "description",
            "'x\\n|has_parent_category=Evil'",
            "wikitext-parameter-line /description"),
        row(
            "N04 edges",
            "category:Person",
            Pages.TEMPLATE,
            "description",
            "' x'",
            "wikitext-edges /description"),
        row(
            "N05 comma in an item",
            "category:Person",
            Pages.TEMPLATE,
            "parents",
            "['a,b']",
            "wikitext-separator /parents"),
        row(
            "N06 line in an item",
            "category:Person",
            Pages.TEMPLATE,
            "parents",
            "['a\\nb']",
            "wikitext-line-break /parents"),
        row(
            "N07 number as text",
            "category:Person",
            Pages.TEMPLATE,
            "parents",
            "[1]",
            "wikitext-no-place /parents"),
        row(
            "N08 object",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "allowed_values",
            "{'from_category':'Person'}",
            "wikitext-no-place /allowed_values"),
        row(
            "N09 line in an annotation",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "description",
            "'a\\nb'",
            "wikitext-line-break /description"),
        row(
            "N10 bracket in an annotation",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "description",
            "'a ]] b'",
            "wikitext-braces /description"),
        row(
            "N11 list in a template",
            "resource:SOP/x",
            Pages.RESOURCE,
            "Has_technique",
            "['a','b']",
            "wikitext-no-place /Has_technique"),
        row(
            "N12 name no property has",
            "category:Person",
            Pages.TEMPLATE,
            "comment",
            "'x'",
            "wikitext-no-place /comment"),
        row(
            "N13 label cannot be empty",
            "category:Person",
            Pages.TEMPLATE,
            "label",
            "''",
            "wikitext-reads-differently /label"),
        row(
            "N14 key that is no title",
            "category:Person",
            Pages.TEMPLATE,
            "parents",
            "['Living thing']",
            "wikitext-reads-differently /parents"),
        row(
            "N15 other cardinality",
            "property:Has_x",
            Pages.ANNOTATIONS,
            "cardinality",
            "'some'",
            "wikitext-reads-differently /cardinality"),
        row(
            "N16 one category",
            "resource:SOP/x",
            Pages.RESOURCE,
            "category",
            "'SOP'",
            "wikitext-no-place /category"),
        row(
            "N17 category in the text",
            "resource:SOP/x",
            Pages.RESOURCE,
            "wikitext",
            "'a\\n[[Category:Evil]]\\nb'",
            "wikitext-reads-differently /categories"),
        row(
            "N18 id",
            "category:Person",
            Pages.TEMPLATE,
            "id",
            "'Other'",
            "wikitext-reads-differently /id"),
        row(
            "N19 half a character",
            "category:Person",
            Pages.TEMPLATE,
            "description",
            "'\\uD800'",
            "wikitext-character /description"),
        row(
            "N22 description always there",
            "category:Person",
            Pages.TEMPLATE,
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
            Pages.TEMPLATE,
            "A|b",
            "'x'",
            "wikitext-no-place /A|b"));
  }

  private static Arguments row(
      String id, String key, String page, String field, String value, String expected) {
    return Arguments.of(id, key, page, field, value, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void whatCannotBeWrittenIsRefusedWithItsPlace(
      String id, String key, String page, String field, String value, String expected) {
    EntityKey entity = Snapshots.key(key);
    SourceFile file = Pages.page(entity, page);
    EncodeResult result = Pages.encode(entity, file, Pages.edited(entity, file, field, value));

    assertThat(result).isInstanceOf(EncodeResult.Refused.class);
    assertThat(((EncodeResult.Refused) result).reasons())
        .extracting(reason -> reason.reason().rule() + " " + reason.pointer())
        .contains(expected);
  }

  @Test
  void pagesThatCannotBeFilesAreRefused() {
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
    EncodeResult result = Pages.encode(key, file, Pages.edited(key, file, "pages", pages));
    assertThat(result).as(pages).isInstanceOf(EncodeResult.Refused.class);
    return ((EncodeResult.Refused) result)
        .reasons().stream().map(reason -> reason.reason().rule()).toList();
  }
}
