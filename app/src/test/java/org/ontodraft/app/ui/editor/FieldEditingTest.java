package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.EditorFixture.field;
import static org.ontodraft.app.ui.editor.EditorFixture.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.ui.editor.ChoiceFieldViewModel.Choice;
import org.ontodraft.app.ui.editor.SetFieldViewModel.Item;
import org.ontodraft.app.ui.editor.SetFieldViewModel.Side;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftStatus;

/** What is typed, chosen and taken out becomes edits, and nothing typed is lost. */
class FieldEditingTest {
  private final EditorFixture at = EditorFixture.editing();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void typedTextIsKeptAfterAPause() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");

    label.text().set("Human");
    assertThat(label.unsaved().get()).isTrue();
    assertThat(at.log()).isEmpty();
    at.pause.end();
    at.settle(person);

    assertThat(at.log()).containsExactly("EDIT category:Person label");
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human\"");
    assertThat(label.unsaved().get()).isFalse();
    assertThat(person.unsaved().get()).isFalse();
    assertThat(label.content().get().change()).isEqualTo(FieldChange.Kind.MODIFIED);
    assertThat(person.content().get().changedFields()).isEqualTo(1);
    assertThat(at.edits.savedAt().get()).isNotNull();
  }

  @Test
  void onlyTheLastPauseKeepsTyping() {
    TextFieldViewModel label = field(at.open("category:Person"), "label");
    label.text().set("H");
    label.text().set("Hu");
    assertThat(at.pause.count()).isEqualTo(1);
  }

  @Test
  void theEchoOfAnOlderEditDoesNotOverwriteTyping() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");

    label.text().set("Human");
    label.commit();
    label.text().set("Human being");
    at.settle(person);
    assertThat(label.text().get()).isEqualTo("Human being");
    assertThat(label.unsaved().get()).isTrue();

    label.commit();
    at.settle(person);
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human being\"");
    assertThat(label.unsaved().get()).isFalse();
  }

  @Test
  void manyQuickEditsArriveInOrderAndTheLastStands() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    for (int i = 0; i < 40; i++) {
      label.text().set("Human " + i);
      label.commit();
    }
    at.settle(person);
    assertThat(at.log()).hasSize(40);
    assertThat(label.text().get()).isEqualTo("Human 39");
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human 39\"");
  }

  @Test
  void anEditElsewhereShowsWhileNothingIsTyped() {
    EntityViewModel one = at.open("category:Person");
    EntityViewModel other = at.open("category:Person");
    TextFieldViewModel label = field(one, "label");
    TextFieldViewModel description = field(other, "description");
    description.text().set("typed elsewhere");

    label.text().set("Human");
    label.commit();
    at.settle(one, other);

    EditorFixture.<TextFieldViewModel>field(other, "label");
    assertThat(EditorFixture.<TextFieldViewModel>field(other, "label").text().get())
        .isEqualTo("Human");
    assertThat(description.text().get()).isEqualTo("typed elsewhere");
  }

  @Test
  void aRefusedEditKeepsTheTypedTextAndSaysWhy() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    at.workspace.move(DraftStatus.VALIDATED, DraftStatus.SUBMITTED, DraftStatus.MERGED);

    label.text().set("Human");
    label.commit();
    at.settle();

    assertThat(label.text().get()).isEqualTo("Human");
    assertThat(label.unsaved().get()).isTrue();
    assertThat(label.problem().get())
        .isInstanceOfSatisfying(
            FieldProblem.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("DRAFT-01"));
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Person\"");
  }

  @Test
  void aFailedEditKeepsTheTypedTextAndCanBeTriedAgain() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    at.workspace.store().failWith(new UncheckedIOException(new IOException("disk full")));

    label.text().set("Human");
    label.commit();
    at.settle();
    assertThat(label.problem().get()).isEqualTo(new FieldProblem.NotKept());
    assertThat(label.unsaved().get()).isTrue();
    assertThat(at.faults).hasSize(1);

    at.workspace.store().failWith(null);
    label.commit();
    at.settle(person);
    assertThat(label.problem().get()).isNull();
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human\"");
  }

  @Test
  void closingThePanelKeepsWhatWasTyped() {
    EntityViewModel person = at.open("category:Person");
    EditorFixture.<TextFieldViewModel>field(person, "label").text().set("Human");
    person.close();
    at.settle();
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human\"");
    assertThat(at.workspace.effective().listenerCount()).isZero();
    assertThat(at.workspace.draft().listenerCount()).isZero();
    assertThat(at.workspace.drafts().listenerCount()).isZero();
    assertThat(at.workspace.findings().listenerCount()).isZero();
  }

  @Test
  void revertGivesTheBaseBackAndDropsTyping() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    label.text().set("Human");
    label.commit();
    at.settle(person);
    label.text().set("Human, typed on");
    label.revert();
    assertThat(label.text().get()).isEqualTo("Person");
    at.settle(person);
    assertThat(label.text().get()).isEqualTo("Person");
    assertThat(label.unsaved().get()).isFalse();
    assertThat(at.workspace.effective().get().changes()).isEmpty();
  }

  @Test
  void undoShowsInTheField() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    label.text().set("Human");
    label.commit();
    at.settle(person);
    at.workspace.session().undo();
    at.settle(person);
    assertThat(label.text().get()).isEqualTo("Person");
  }

  @Test
  void emptyTextAndNotSetAreTwoThings() {
    EntityViewModel ann = at.open("resource:Person/Ann");
    TextFieldViewModel description = field(ann, "description");
    assertThat(description.present().get()).isFalse();

    description.text().set("x");
    description.commit();
    description.text().set("");
    description.commit();
    at.settle(ann);
    assertThat(description.present().get()).as("typed and taken back").isFalse();
    assertThat(at.workspace.effective().get().changes()).isEmpty();

    description.setEmpty();
    at.settle(ann);
    assertThat(description.present().get()).isTrue();
    assertThat(at.value("resource:Person/Ann", "description")).isEqualTo("\"\"");

    description.remove();
    at.settle(ann);
    assertThat(at.document("resource:Person/Ann").get("description")).isNull();

    TextFieldViewModel label = field(ann, "label");
    label.text().set("");
    label.commit();
    at.settle(ann);
    assertThat(at.value("resource:Person/Ann", "label")).isEqualTo("\"\"");
  }

  @Test
  void aWholeNumberIsCheckedBeforeItIsKept() {
    EntityViewModel birthday = at.open("property:Has_birthday");
    TextFieldViewModel precision = field(birthday, "display_precision");
    assertThat(precision.text().get()).isEqualTo("2");
    precision.text().set("two");
    precision.commit();
    assertThat(precision.problem().get()).isEqualTo(new FieldProblem.NotWhole());
    assertThat(precision.text().get()).isEqualTo("two");
    precision.text().set(" 3 ");
    assertThat(precision.problem().get()).isNull();
    precision.commit();
    at.settle(birthday);
    assertThat(at.value("property:Has_birthday", "display_precision")).isEqualTo("3");
    assertThat(precision.unsaved().get()).isFalse();
    precision.text().set("");
    precision.commit();
    at.settle(birthday);
    assertThat(at.document("property:Has_birthday").get("display_precision")).isNull();
  }

  @Test
  void aChoiceMayBeUnsetAndKeepsAValueOutsideItsList() {
    EntityViewModel name = at.open("property:Has_name");
    ChoiceFieldViewModel datatype = field(name, "datatype");
    datatype.choose(new Choice.Value("Email", true));
    at.settle(name);
    assertThat(at.value("property:Has_name", "datatype")).isEqualTo("\"Email\"");

    at.workspace
        .session()
        .setField(
            key("property:Has_name"),
            "datatype",
            tools.jackson.databind.node.JsonNodeFactory.instance.stringNode("Telepathy"));
    at.settle(name);
    assertThat(datatype.value().get()).isEqualTo(new Choice.Value("Telepathy", false));
    assertThat(datatype.choices()).contains(new Choice.Value("Telepathy", false));

    datatype.choose(new Choice.NotSet());
    at.settle(name);
    assertThat(at.document("property:Has_name").get("datatype")).isNull();
  }

  @Test
  void yesNoAndNotSet() {
    EntityViewModel name = at.open("property:Has_name");
    ChoiceFieldViewModel unique = field(name, "unique_values");
    assertThat(unique.choices())
        .containsExactly(new Choice.NotSet(), new Choice.YesNo(true), new Choice.YesNo(false));
    unique.choose(new Choice.YesNo(false));
    at.settle(name);
    assertThat(at.value("property:Has_name", "unique_values")).isEqualTo("false");
    unique.choose(new Choice.NotSet());
    at.settle(name);
    assertThat(at.document("property:Has_name").get("unique_values")).isNull();
  }

  @Test
  void chipsAreTakenOutPutBackAndAdded() {
    EntityViewModel core = at.open("module:Core");
    SetFieldViewModel categories = field(core, "categories");

    categories.remove("Agent");
    assertThat(sides(categories)).containsExactly("Agent REMOVED", "Person BOTH");
    at.settle(core);
    assertThat(at.value("module:Core", "categories")).isEqualTo("[\"Person\"]");

    categories.restore("Agent");
    at.settle(core);
    assertThat(at.value("module:Core", "categories")).isEqualTo("[\"Agent\",\"Person\"]");
    assertThat(at.workspace.effective().get().changes()).isEmpty();

    categories.input().set("Nowhere");
    categories.commit();
    assertThat(categories.input().get()).isEmpty();
    at.settle(core);
    Item added = categories.items().getLast();
    assertThat(added.side()).isEqualTo(Side.ADDED);
    assertThat(added.entity())
        .isNotNull()
        .satisfies(entity -> assertThat(entity.presence()).isEqualTo(Presence.MISSING));
  }

  @Test
  void quickChipEditsAddUp() {
    EntityViewModel core = at.open("module:Core");
    SetFieldViewModel categories = field(core, "categories");
    categories.choose(key("category:Thing"));
    categories.choose(key("category:Researcher"));
    categories.remove("Agent");
    at.settle(core);
    assertThat(at.value("module:Core", "categories"))
        .isEqualTo("[\"Person\",\"Thing\",\"Researcher\"]");
  }

  @Test
  void aChipThatIsNoKeyStaysInTheInput() {
    SetFieldViewModel categories = field(at.open("module:Core"), "categories");
    categories.input().set("a/b");
    categories.commit();
    assertThat(categories.input().get()).isEqualTo("a/b");
    assertThat(categories.problem().get()).isInstanceOf(FieldProblem.NotKey.class);
    assertThat(at.log()).isEmpty();
  }

  @Test
  void anEmptiedListLeavesTheDocumentUnlessTheBaseWritesItEmpty() {
    EntityViewModel thing = at.open("category:Thing");
    SetFieldViewModel parents = field(thing, "parents");
    parents.choose(key("category:Agent"));
    at.settle(thing);
    parents.remove("Agent");
    at.settle(thing);
    assertThat(at.value("category:Thing", "parents")).isEqualTo("[]");
    assertThat(at.workspace.effective().get().changes()).isEmpty();

    EntityViewModel researcher = at.open("category:Researcher");
    EditorFixture.<SetFieldViewModel>field(researcher, "parents").remove("Person");
    at.settle(researcher);
    assertThat(at.document("category:Researcher").get("parents")).isNull();
  }

  @Test
  void aKeyIsKeptWholeAndDescribed() {
    EntityViewModel ann = at.open("resource:Person/Ann");
    KeyFieldViewModel category = field(ann, "category");
    assertThat(category.item().get().orElseThrow().presence()).isEqualTo(Presence.PRESENT);
    category.text().set("Res");
    at.pause.end();
    assertThat(at.log()).as("half a key is not kept").isEmpty();
    category.choose(key("category:Researcher"));
    at.settle(ann);
    assertThat(at.value("resource:Person/Ann", "category")).isEqualTo("\"Researcher\"");
    category.open();
    assertThat(at.navigator.calls()).containsExactly("open Entity[key=category:Researcher]");
    category.text().set("Nobody");
    category.commit();
    at.settle(ann);
    assertThat(category.item().get().orElseThrow().presence()).isEqualTo(Presence.MISSING);
  }

  @Test
  void suggestionsFindByKeyAndLabelAndLeaveOutWhatIsThere() {
    EntityViewModel core = at.open("module:Core");
    SetFieldViewModel categories = field(core, "categories");
    categories.input().set("e");
    List<List<Suggestion>> answers = new java.util.ArrayList<>();
    categories.suggest(answers::add);
    at.fx.until("answer", () -> !answers.isEmpty());
    assertThat(answers.getFirst())
        .extracting(suggestion -> suggestion.key().key())
        .containsExactly("Researcher");
  }

  @Test
  void jsonIsKeptOnlyWhileItIsJson() {
    EntityViewModel ann = at.open("resource:Person/Ann");
    TextFieldViewModel shoe = field(ann, "Has_shoe");
    assertThat(shoe.content().get().group()).isEqualTo(FieldContent.Group.OTHER);
    shoe.text().set("{\"left\": ");
    at.pause.end();
    assertThat(shoe.problem().get()).isInstanceOf(FieldProblem.NotJson.class);
    assertThat(at.log()).isEmpty();
    shoe.text().set("{\"left\":7.50}");
    at.pause.end();
    at.settle(ann);
    assertThat(at.value("resource:Person/Ann", "Has_shoe")).isEqualTo("{\"left\":7.50}");
    assertThat(shoe.text().get()).as("not rewritten under the cursor").isEqualTo("{\"left\":7.50}");
    assertThat(shoe.unsaved().get()).isFalse();
  }

  @Test
  void halfAJsonValueComesBackWhenTheEntityIsOpenedAgain() {
    EntityViewModel ann = at.open("resource:Person/Ann");
    EditorFixture.<TextFieldViewModel>field(ann, "Has_shoe").text().set("{\"left\": ");
    ann.close();
    EntityViewModel again = at.open("resource:Person/Ann");
    TextFieldViewModel shoe = field(again, "Has_shoe");
    assertThat(shoe.text().get()).isEqualTo("{\"left\": ");
    assertThat(again.unsaved().get()).isTrue();
    shoe.revert();
    at.settle(again);
    again.close();
    EntityViewModel third = at.open("resource:Person/Ann");
    assertThat(EditorFixture.<TextFieldViewModel>field(third, "Has_shoe").text().get())
        .isEqualTo("7");
  }

  @Test
  void typingGoesIntoTheDraftItWasTypedIn() {
    EntityViewModel person = at.open("category:Person");
    DraftSession first = at.workspace.session();
    EditorFixture.<TextFieldViewModel>field(person, "label").text().set("Human");
    at.workspace.startDraft("Another");
    at.settle(person);
    assertThat(String.valueOf(first.effective().get().effectiveDocument(key("category:Person"))))
        .contains("Human");
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Person\"");
    assertThat(EditorFixture.<TextFieldViewModel>field(person, "label").text().get())
        .isEqualTo("Person");
  }

  @Test
  void whatUpstreamDidToTheEntityIsSaid() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    label.text().set("Human");
    label.commit();
    at.settle(person);
    assertThat(person.upstream().get()).isNull();
    at.workspace.commitUpstream(
        Map.of(
            "categories/Person.json",
            "{\"id\":\"Person\",\"label\":\"Individual\",\"description\":\"About Person\"}\n"));
    at.workspace.refresh(Progress.none());
    at.fx.until("upstream", () -> person.upstream().get() != null);
    assertThat(person.upstream().get())
        .isNotNull()
        .satisfies(merge -> assertThat(merge.hasConflict()).isTrue());
  }

  @Test
  void pagesAreEditedAddedRenamedAndRemoved() {
    EntityViewModel overview = at.open("dashboard:Overview");
    PagesFieldViewModel pages = field(overview, "pages");
    assertThat(pages.names()).containsExactly("", "Setup");
    assertThat(pages.text().get()).isEqualTo("Root");
    pages.text().set("New root");
    pages.show(1);
    assertThat(pages.text().get()).isEqualTo("One\nTwo");
    pages.text().set("One\nTwo\nThree");
    assertThat(pages.rename("Start")).isTrue();
    assertThat(pages.add("Start")).isFalse();
    assertThat(pages.problem().get()).isEqualTo(new FieldProblem.PageExists("Start"));
    assertThat(pages.add("More")).isTrue();
    pages.text().set("m");
    pages.commit();
    at.settle(overview);
    assertThat(at.value("dashboard:Overview", "pages"))
        .isEqualTo(
            "[{\"name\":\"\",\"wikitext\":\"New root\"},"
                + "{\"name\":\"Start\",\"wikitext\":\"One\\r\\nTwo\\r\\nThree\",\"x\":1},"
                + "{\"name\":\"More\",\"wikitext\":\"m\"}]");
    pages.remove();
    at.settle(overview);
    assertThat(pages.names()).containsExactly("", "Start");
    assertThat(pages.text().get()).startsWith("One");
  }

  @Test
  void textTypedIntoAPageThatVanishesBringsThePageBack() {
    EntityViewModel overview = at.open("dashboard:Overview");
    PagesFieldViewModel pages = field(overview, "pages");
    pages.add("More");
    at.settle(overview);
    pages.text().set("typed");
    at.workspace.session().undo();
    at.settle(overview);
    assertThat(pages.text().get()).isEqualTo("typed");
    pages.commit();
    at.settle(overview);
    assertThat(at.value("dashboard:Overview", "pages")).contains("\"More\",\"wikitext\":\"typed\"");
  }

  private static List<String> sides(SetFieldViewModel set) {
    return set.items().stream().map(item -> item.text() + " " + item.side()).toList();
  }
}
