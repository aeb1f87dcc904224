package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.EditorFixture.key;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.ui.editor.EntityViewModel.Face;
import tools.jackson.databind.node.JsonNodeFactory;

/** An entity's files typed into, without a toolkit. */
class RawEditingTest {
  private static final String PERSON = "category:Person";

  private final EditorFixture at = EditorFixture.editing();

  @AfterEach
  void close() {
    at.close();
    assertThat(at.faults).isEmpty();
  }

  private EntityViewModel open(String key) {
    EntityViewModel panel = at.open(key);
    panel.show(Face.RAW);
    at.fx.until("the text of " + key, () -> panel.raw().shown().get() != null);
    return panel;
  }

  private void type(EntityViewModel panel, String text) {
    panel.raw().typed(() -> text);
    at.pause.end();
  }

  private void until(String what, java.util.function.BooleanSupplier holds) {
    at.fx.until(what, holds);
  }

  @Test
  void whatIsTypedBecomesOneEditOfSeveralFieldsWithUnknownMembersKept() {
    EntityViewModel panel = open("resource:Person/Ann");
    String text = panel.raw().text();
    assertThat(text).contains("\"Has_shoe\":7");
    type(
        panel,
        text.replace("\"label\":\"Ann\"", "\"label\":\"Anna\"")
            .replace("\"Has_shoe\":7", "\"Has_shoe\":8,\"more\":[{\"x\":null}]"));
    until("the edit", () -> at.log().size() == 1);
    at.settle(panel);
    assertThat(at.workspace.store().log()).hasSize(1);
    assertThat(at.workspace.store().log().getFirst().forward().toJson())
        .isEqualTo(
            "[{\"op\":\"replace\",\"path\":\"/label\",\"value\":\"Anna\"},"
                + "{\"op\":\"replace\",\"path\":\"/Has_shoe\",\"value\":8},"
                + "{\"op\":\"add\",\"path\":\"/more\",\"value\":[{\"x\":null}]}]");
    until("kept", () -> !panel.raw().unsaved().get());
    at.workspace.session().undo();
    until("the text as before", () -> panel.raw().text().equals(text));
    assertThat(panel.raw().problem().get()).isNull();
  }

  @Test
  void whatSaysNothingStaysAsTypedAndReachesNoDraft() {
    EntityViewModel panel = open(PERSON);
    String broken = panel.raw().text().replace("\"description\"", "\n  description");
    type(panel, broken);
    until("the problem", () -> panel.raw().problem().get() != null);
    assertThat(panel.raw().problem().get())
        .isInstanceOfSatisfying(
            RawProblem.Text.class,
            text -> {
              assertThat(text.why().line()).isEqualTo(2);
              assertThat(text.why().column()).isEqualTo(3);
            });
    assertThat(at.log()).isEmpty();
    assertThat(panel.unsaved().get()).isTrue();
    assertThat(panel.raw().text()).isEqualTo(broken);
    panel.close();
    until("put away", () -> true);

    EntityViewModel again = open(PERSON);
    until("what was left", () -> again.raw().text().equals(broken));
    assertThat(again.raw().unsaved().get()).isTrue();
  }

  @Test
  void anotherIdIsARenameAndSaidSo() {
    EntityViewModel panel = open(PERSON);
    type(panel, panel.raw().text().replace("\"id\":\"Person\"", "\"id\":\"Human\""));
    until("the problem", () -> panel.raw().problem().get() != null);
    assertThat(at.log()).isEmpty();
  }

  @Test
  void aChangeElsewhereMeanwhileOffersBoth() {
    EntityViewModel panel = open(PERSON);
    String mine = panel.raw().text().replace("\"label\":\"Person\"", "\"label\":\"Human");
    type(panel, mine);
    until("the problem", () -> panel.raw().problem().get() != null);
    at.workspace
        .session()
        .setField(key(PERSON), "description", JsonNodeFactory.instance.stringNode("Elsewhere"));
    until("said", () -> panel.raw().note().get() == RawNote.CHANGED_MEANWHILE);
    assertThat(panel.raw().text()).isEqualTo(mine);

    panel.raw().takeEntity();
    assertThat(panel.raw().text()).contains("Elsewhere");
    assertThat(panel.raw().note().get()).isEqualTo(RawNote.PUT_ASIDE);
    panel.raw().bringBack();
    assertThat(panel.raw().text()).isEqualTo(mine);
    type(panel, mine.replace("\"label\":\"Human", "\"label\":\"Human\""));
    until("kept", () -> at.value(PERSON, "label").equals("\"Human\""));
    assertThat(at.value(PERSON, "description")).isEqualTo("\"About Person\"");
    assertThat(at.log()).hasSize(2);
  }

  @Test
  void keepingWhatWasTypedIsAnEditOnWhatCameMeanwhile() {
    EntityViewModel panel = open(PERSON);
    type(panel, panel.raw().text().replace("\"label\":\"Person\"", "\"label\":\"Human"));
    until("the problem", () -> panel.raw().problem().get() != null);
    at.workspace
        .session()
        .setField(key(PERSON), "description", JsonNodeFactory.instance.stringNode("Elsewhere"));
    until("said", () -> panel.raw().note().get() == RawNote.CHANGED_MEANWHILE);
    type(panel, panel.raw().text().replace("\"label\":\"Human", "\"label\":\"Human\""));
    until("readable", () -> panel.raw().problem().get() == null);
    assertThat(at.log()).hasSize(1);
    panel.raw().keepTyped();
    until("kept", () -> at.value(PERSON, "label").equals("\"Human\""));
    until("shown", () -> !panel.raw().unsaved().get());
  }

  @Test
  void layoutAloneIsNoEditAndSaidSo() {
    EntityViewModel panel = open(PERSON);
    String before = panel.raw().text();
    type(panel, before.replace(",", ",\n\n"));
    until("said", () -> panel.raw().note().get() == RawNote.NOTHING_CHANGED);
    assertThat(at.log()).isEmpty();
    panel.raw().takeEntity();
    assertThat(panel.raw().text()).isEqualTo(before);
  }

  @Test
  void theOtherFaceShowsWhatWasTyped() {
    EntityViewModel panel = open(PERSON);
    panel.raw().typed(() -> panel.raw().shown().get() == null ? "" : text(panel, "Human"));
    panel.show(Face.FORM);
    until("kept", () -> at.log().size() == 1);
    at.settle(panel);
    TextFieldViewModel label = EditorFixture.field(panel, "label");
    assertThat(label.text().get()).isEqualTo("Human");
    label.text().set("Being");
    panel.show(Face.RAW);
    until("the text", () -> panel.raw().text().contains("\"label\":\"Being\""));
  }

  private static String text(EntityViewModel panel, String label) {
    RawEntity shown = java.util.Objects.requireNonNull(panel.raw().shown().get());
    return shown.texts().getFirst().replace("\"label\":\"Person\"", "\"label\":\"" + label + "\"");
  }

  @Test
  void whatIsTypedWhileTheTabClosesIsKept() {
    EntityViewModel panel = open(PERSON);
    panel.raw().typed(() -> text(panel, "Human"));
    panel.close();
    until("kept", () -> at.value(PERSON, "label").equals("\"Human\""));
  }

  @Test
  void anEntityOfFiveThousandFieldsIsShownAsText() {
    StringBuilder members = new StringBuilder("'label':'Big','category':'Person'");
    for (int i = 0; i < 5_000; i++) {
      members.append(",'Has_").append(i).append("':").append(i);
    }
    Map<String, String> more = new java.util.LinkedHashMap<>();
    EditorFixture.put(more, "resources/Person/Big", members.toString());
    try (EditorFixture large = EditorFixture.editing(more)) {
      EntityViewModel panel = large.open("resource:Person/Big");
      assertThat(panel.face().get()).isEqualTo(Face.RAW);
      assertThat(panel.fields()).isEmpty();
      large.fx.until("its text", () -> panel.raw().shown().get() != null);
      panel.show(Face.FORM);
      assertThat(panel.face().get()).isEqualTo(Face.RAW);
    }
  }

  @Test
  void aTextThatCannotBeTypedIsShownAsItsContent() {
    try (EditorFixture odd =
        EditorFixture.editing(
            Map.of(
                "categories/Odd.json",
                "{\"id\":\"Odd\",\r\n\"label\":\"O\",\n\"description\":\"d\"}"))) {
      EntityViewModel panel = odd.open("category:Odd");
      panel.show(Face.RAW);
      odd.fx.until("its text", () -> panel.raw().shown().get() != null);
      assertThat(panel.raw().shown().get())
          .extracting(RawEntity::form)
          .isEqualTo(RawEntity.Form.CONTENT);
      assertThat(panel.raw().text()).contains("\"label\" : \"O\"");
    }
  }

  @Test
  void wikitextIsTypedWithItsFilesAndLineEnds() {
    String page =
        "<!-- OntologySync Start -->\r\n{{Category\r\n|has_description=Old\r\n"
            + "|display_label=Herb\r\n}}\r\n<!-- OntologySync End -->\r\n"
            + "[[Category:OntologySync-managed-category]]\r\n";
    try (EditorFixture wiki = EditorFixture.editing(Map.of("categories/Herb.wikitext", page))) {
      EntityViewModel panel = wiki.open("category:Herb");
      panel.show(Face.RAW);
      wiki.fx.until("its text", () -> panel.raw().shown().get() != null);
      assertThat(panel.raw().text()).isEqualTo(page.replace("\r\n", "\n"));
      panel.raw().typed(() -> page.replace("\r\n", "\n").replace("=Old", "=New"));
      wiki.pause.end();
      wiki.fx.until("kept", () -> wiki.value("category:Herb", "description").equals("\"New\""));
      assertThat(wiki.log()).isEqualTo(List.of("EDIT category:Herb description"));
      wiki.settle(panel);
      panel.raw().typed(() -> "no block at all");
      wiki.pause.end();
      wiki.fx.until("the problem", () -> panel.raw().problem().get() != null);
    }
  }
}
