package org.ontodraft.model.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;

/** Which changes go together, case by case. */
class DraftPartsTest {
  private static final Ontology BASE =
      Snapshots.of(
          "category:Agent {'description':'One who acts.'}",
          "category:Person {'label':'Person','description':'A human.','parents':['Agent'],"
              + "'required_properties':['Has_name'],'optional_properties':['Has_phone']}",
          "category:Student {'parents':['Person']}",
          "property:Has_name {'label':'Name','datatype':'Text','cardinality':'single'}",
          "property:Has_phone {'label':'Phone','description':'Where one is called.',"
              + "'datatype':'Telephone number','cardinality':'multiple'}",
          "module:People {'version':'1.0.0','categories':['Person','Student']}",
          "resource:Person/Jo {'Has_name':'Jo','Has_phone':'1'}");

  /** A draft in lines such as {@code category:Person {...}}, or {@code -category:Person}. */
  private static DraftParts draft(String... lines) {
    DraftOverlay draft = DraftOverlay.of(BASE, List.of());
    for (String line : lines) {
      boolean gone = line.startsWith("-");
      String rest = gone ? line.substring(1) : line;
      int space = rest.indexOf(' ');
      EntityKey key = Snapshots.key(space < 0 ? rest : rest.substring(0, space));
      @Nullable EntityDocument document =
          gone ? null : Snapshots.document(key, space < 0 ? "{}" : rest.substring(space + 1));
      draft = draft.with(key, draft.changeTo(key, document));
    }
    return DraftParts.of(draft);
  }

  private static DraftPart part(String text) {
    int hash = text.indexOf('#');
    return hash < 0
        ? DraftPart.whole(Snapshots.key(text))
        : new DraftPart(Snapshots.key(text.substring(0, hash)), text.substring(hash + 1));
  }

  private static String text(DraftPart part) {
    return part.isWhole() ? part.key().toString() : part.key() + "#" + part.field();
  }

  private static List<String> texts(Iterable<DraftPart> parts) {
    List<String> texts = new ArrayList<>();
    parts.forEach(part -> texts.add(text(part)));
    return texts;
  }

  /** What each case leaves out, what is held back with it, and why. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          field of a created property | property:Has_orcid | category:Person#optional_properties NAMES_CREATED
          whoever names it in turn    | category:Robot | module:People#categories NAMES_CREATED, category:Cyborg NAMES_CREATED
          what names it need not go   | category:Person#optional_properties |
          words go alone              | category:Person#description |
          """)
  void a_part_holds_back_those_that_need_it(String title, String leftOut, @Nullable String held) {
    DraftParts parts =
        draft(
            "property:Has_orcid {'label':'ORCID iD','datatype':'Text','cardinality':'single'}",
            "category:Robot {'label':'A machine that acts'}",
            "category:Cyborg {'description':'Half of each.','parents':['Robot','Person']}",
            "category:Person {'label':'Person','description':'A human being.','parents':['Agent'],"
                + "'required_properties':['Has_name'],"
                + "'optional_properties':['Has_phone','Has_orcid']}",
            "module:People {'version':'1.0.0','categories':['Person','Student','Robot']}");
    List<String> wanted =
        held == null ? List.of() : Arrays.stream(held.split(",")).map(String::strip).toList();

    Selection selection = parts.without(LeftOut.of(List.of(part(leftOut))));

    assertThat(
            selection.heldBack().entrySet().stream()
                .map(entry -> text(entry.getKey()) + " " + entry.getValue().reason()))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void taking_a_part_takes_what_it_needs_and_what_that_needs() {
    DraftParts parts =
        draft(
            "category:Robot {'label':'A machine that acts'}",
            "category:Cyborg {'description':'Half of each.','parents':['Robot','Person']}",
            "module:People {'version':'1.0.1','categories':['Person','Student','Cyborg']}");
    LeftOut all = LeftOut.of(parts.all());

    LeftOut left = parts.taking(all, List.of(part("module:People#categories")));

    assertThat(texts(left.parts())).containsExactly("module:People#version");
    assertThat(texts(parts.without(left).sent()))
        .containsExactly("category:Cyborg", "category:Robot", "module:People#categories");
  }

  @Test
  void deleting_an_entity_needs_what_stops_naming_it() {
    DraftParts parts =
        draft(
            "-property:Has_phone",
            "category:Person {'label':'Person','description':'A human.','parents':['Agent'],"
                + "'required_properties':['Has_name']}",
            "resource:Person/Jo {'Has_name':'Jo'}");

    Selection selection =
        parts.without(LeftOut.of(List.of(part("category:Person#optional_properties"))));

    assertThat(selection.heldBack())
        .hasEntrySatisfying(
            part("property:Has_phone"),
            need -> assertThat(need.reason()).isEqualTo(Need.Reason.STILL_NAMED));
    assertThat(texts(selection.sent())).containsExactly("resource:Person/Jo#Has_phone");
    assertThat(selection.draft().exists(Snapshots.key("property:Has_phone"))).isTrue();
  }

  @Test
  void both_halves_of_a_rename_and_all_who_follow_it_go_together() {
    DraftParts parts =
        draft(
            "-property:Has_phone",
            "property:Has_telephone {'label':'Phone','description':'Where one is called.',"
                + "'datatype':'Telephone number','cardinality':'multiple'}",
            "category:Person {'label':'Person','description':'A human.','parents':['Agent'],"
                + "'required_properties':['Has_name'],'optional_properties':['Has_telephone']}",
            "resource:Person/Jo {'Has_name':'Jo','Has_telephone':'1'}");

    Selection selection = parts.without(LeftOut.of(List.of(part("resource:Person/Jo#Has_phone"))));

    assertThat(selection.sent()).isEmpty();
    assertThat(texts(parts.withNeeds(List.of(part("category:Person#optional_properties")))))
        .containsExactlyElementsOf(
            List.of(
                "category:Person#optional_properties",
                "property:Has_phone",
                "property:Has_telephone",
                "resource:Person/Jo#Has_phone"));
  }

  @Test
  void an_item_that_moves_between_two_fields_is_in_one_of_them() {
    DraftParts parts =
        draft(
            "category:Person {'label':'Human','description':'A human.','parents':['Agent'],"
                + "'required_properties':['Has_name','Has_phone'],'optional_properties':[]}");

    Selection selection =
        parts.without(LeftOut.of(List.of(part("category:Person#optional_properties"))));

    assertThat(texts(selection.sent())).containsExactly("category:Person#label");
    assertThat(selection.heldBack())
        .hasEntrySatisfying(
            part("category:Person#required_properties"),
            need -> {
              assertThat(need.reason()).isEqualTo(Need.Reason.MOVED);
              assertThat(need.about()).isEqualTo(Snapshots.key("property:Has_phone"));
            });
  }

  @Test
  void an_entity_left_out_stays_left_out_when_more_of_it_changes() {
    LeftOut leftOut = LeftOut.NONE.and(part("category:Person"));
    DraftParts later =
        draft(
            "category:Person {'label':'Human','description':'A being.','parents':['Agent'],"
                + "'required_properties':['Has_name'],'optional_properties':['Has_phone']}");

    assertThat(later.without(leftOut).sent()).isEmpty();
    LeftOut one = later.taking(leftOut, List.of(part("category:Person#label")));
    assertThat(texts(one.parts())).containsExactly("category:Person#description");
    EntityDocument sent = later.without(one).draft().document(Snapshots.key("category:Person"));
    assertThat(sent.text("label")).contains("Human");
    assertThat(sent.text("description")).contains("A human.");
  }

  @Test
  void nothing_left_out_is_the_draft_itself() {
    DraftParts parts = draft("category:Robot", "-resource:Person/Jo");
    Selection selection = parts.without(LeftOut.NONE);

    assertThat(selection.heldBack()).isEmpty();
    assertThat(texts(selection.sent())).containsExactly("category:Robot", "resource:Person/Jo");
    assertThat(selection.draft()).isSameAs(parts.without(LeftOut.NONE).draft());
  }
}
