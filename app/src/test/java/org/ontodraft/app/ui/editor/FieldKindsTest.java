package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.EditorFixture.field;
import static org.ontodraft.app.ui.editor.EditorFixture.key;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.ui.control.Suggestion;
import org.ontodraft.app.ui.editor.ChoiceFieldViewModel.Choice;
import org.ontodraft.app.ui.editor.SetFieldViewModel.Item;
import org.ontodraft.app.ui.editor.SetFieldViewModel.Side;

/** Each kind of field keeps what it can hold, and nothing else. */
class FieldKindsTest {
  private final EditorFixture at = EditorFixture.editing();

  @AfterEach
  void close() {
    at.close();
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
