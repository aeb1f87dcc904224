package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ontodraft.app.ui.editor.FxFixture.until;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.control.code.CodeEditor;
import org.ontodraft.app.ui.editor.EntityViewModel.Mode;
import org.ontodraft.app.ui.editor.ItemTableViewModel.Line;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.testfx.api.FxRobot;
import tools.jackson.databind.json.JsonMapper;

/** The panel under keys and mouse, on a headless screen. */
@ExtendWith(FxTest.class)
class EntityViewTest {
  private final FxFixture at = FxFixture.of(EditorFixture.files());
  private final FxRobot robot = new FxRobot();
  private final Stage stage = onFx(() -> new Stage());
  private final List<EntityPage> pages = new ArrayList<>();

  private EntityViewModel show(String key) {
    EntityViewModel panel = at.open(key);
    pages.add(
        onFx(() -> {
          EntityPage made = new EntityPage(panel, at.tools);
          VBox root = new VBox(made.content());
          Scene scene = new Scene(root, 960, 940);
          Screenshots.theme().attach(scene);
          stage.setScene(scene);
          stage.show();
          return made;
        }));
    settle();
    // Rows come by and by.
    until(() -> stage.getScene().getRoot().lookupAll(".field-row").size() >= panel.fields().size());
    return panel;
  }

  @AfterEach
  void close() {
    onFx(() -> {
      pages.forEach(EntityPage::close);
      stage.close();
    });
    at.close();
    assertThat(at.faults).isEmpty();
  }

  @Test
  void whatIsTypedIntoTheLabelBecomesAnEdit() {
    at.workspace.withDraft();
    show("category:Person");
    TextField label = input("label");
    robot.clickOn(label).eraseText(6).write("Human");
    until(() -> String.valueOf(at.document("category:Person").get("label")).equals("\"Human\""));
    assertThat(label.getText()).isEqualTo("Human");
    until(() -> texts("field-label").contains("changed: was \u201cPerson\u201d"));

    robot.clickOn(find("field-label", Hyperlink.class));
    until(() -> at.workspace.effective().get().changes().isEmpty());
    assertThat(label.getText()).isEqualTo("Person");
  }

  @Test
  void jsonOpensAsHighAsItsTextAndGrowsWithIt() {
    at.workspace.withDraft();
    at.session()
        .setField(
            EntityKey.parse("category:Person").orElseThrow(),
            "description",
            JsonMapper.shared()
                .readTree("{\"a\": 1, \"b\": 2, \"c\": [1, 2], \"d\": 4, \"e\": 5, \"f\": 6}"));
    show("category:Person");
    CodeEditor area = find("field-description", CodeEditor.class);
    settle();
    double opened = onFx(area::getHeight);
    assertThat(opened).as("eight lines").isGreaterThan(7 * 12);
    robot.clickOn(area).type(KeyCode.END).type(KeyCode.ENTER).type(KeyCode.ENTER);
    settle();
    assertThat(onFx(area::getHeight)).isGreaterThan(opened);
  }

  @Test
  void theTextIsAClickAwayAndTypedInto() {
    at.workspace.withDraft();
    at.pause = action -> () -> {};
    show("category:Person");
    robot.clickOn("Text");
    until(() -> stage.getScene().lookup("#raw-text") != null);
    StyleClassedTextArea area = find("raw", StyleClassedTextArea.class);
    onFx(() -> {
      int label = area.getText().indexOf("Person\",\"description");
      area.selectRange(label, label + 6);
    });
    onFx(area::requestFocus);
    robot.write("Human");
    robot.clickOn("Form");
    until(() -> at.document("category:Person").label().equals(Optional.of("Human")));
    until(() -> input("label").getText().equals("Human"));
    assertThat(at.workspace.store().log()).hasSize(1);
  }

  @Test
  void valuesComeFromACategoryByMouseAndFromAListAgainByKeys() {
    at.workspace.withDraft();
    show("property:Has_level");
    robot.clickOn("A category");
    until(() -> at.document("property:Has_level").get("allowed_values") == null);
    until(() ->
        texts("allowed-values")
            .contains("This took out 2 values: low, high. Undo brings it back."));
    until(() -> shown(stage.getScene().lookup("#field-Allows_value_from_category")));
    at.session().undo();
    until(() -> at.document("property:Has_level").get("allowed_values") != null);
    until(() -> !shown(stage.getScene().lookup("#field-Allows_value_from_category")));
    onFx(() -> stage.getScene().lookup("#allowed-values").lookup(".toggle-button").requestFocus());
    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    until(() -> at.document("property:Has_level").get("allowed_values") == null);
  }

  @Test
  void inANarrowPanelNamesStandAboveAndNothingScrollsSideways() {
    at.workspace.withDraft();
    show("category:Person");
    onFx(() -> stage.setWidth(330));
    settle();
    Node label = input("label");
    until(() -> onFx(() -> label.localToScene(0, 0).getX()) < 60);
    double right = onFx(() -> label.localToScene(label.getBoundsInLocal()).getMaxX());
    assertThat(right).isLessThanOrEqualTo(onFx(() -> stage.getScene().getWidth()));
    onFx(() -> stage.setWidth(960));
    until(() -> onFx(() -> label.localToScene(0, 0).getX()) > 120);
  }

  @Test
  void leavingTheFieldAndClosingTheTabKeepAtOnce() {
    at.workspace.withDraft();
    show("category:Person");
    robot.clickOn(input("label")).write("s").type(KeyCode.TAB);
    until(() -> at.workspace.store().log().size() == 1);
    robot.clickOn(input("label")).type(KeyCode.END).write("!");
    onFx(() -> pages.getLast().close());
    until(() -> at.workspace.store().log().size() == 2);
  }

  @Test
  void undoTakesBackTypingFirstThenTheEdit() {
    at.workspace.withDraft();
    at.pause = action -> () -> {};
    EntityViewModel panel = show("category:Person");
    TextField label = input("label");
    robot.clickOn(label).type(KeyCode.END).write("s").type(KeyCode.ENTER);
    until(() -> at.workspace.store().log().size() == 1);
    robot.write("x");
    assertThat(label.getText()).isEqualTo("Personsx");
    robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
    settle();
    assertThat(label.getText()).isEqualTo("Persons");
    until(() -> !panel.unsaved().get());
    robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
    until(() -> label.getText().equals("Person"));
  }

  @Test
  void withoutADraftTypingAsksForOne() {
    EntityViewModel panel = show("category:Person");
    TextField label = input("label");
    assertThat(label.isEditable()).isFalse();
    robot.clickOn(label).write("x");
    assertThat(label.getText()).isEqualTo("Person");
    assertThat(panel.draftWanted().get()).isTrue();
    robot.type(KeyCode.F2);
    assertThat(at.navigator.calls()).containsExactly("new draft");

    at.workspace.startDraft("One");
    until(() -> panel.mode().get() == Mode.EDITING);
    robot.clickOn(label).type(KeyCode.END).write("x").type(KeyCode.ENTER);
    until(() -> String.valueOf(at.document("category:Person").get("label")).equals("\"Personx\""));
  }

  @Test
  void chipsAreWalkedAndTakenOutByKeys() {
    at.workspace.withDraft();
    show("module:Core");
    TextField add = find("field-categories", TextField.class);
    robot.clickOn(add).type(KeyCode.LEFT).type(KeyCode.LEFT).type(KeyCode.DELETE);
    until(
        () -> String.valueOf(at.document("module:Core").get("categories")).equals("[\"Person\"]"));
    until(() -> focused() instanceof SetChip);
    robot.type(KeyCode.DELETE);
    until(() -> at.workspace.effective().get().changes().isEmpty());
  }

  @Test
  void aChipIsChosenFromTheList() {
    at.workspace.withDraft();
    show("module:Core");
    robot.clickOn(find("field-categories", TextField.class)).write("thi");
    until(() -> stage.getScene().getWindow() != null && popups() > 0);
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    until(() ->
        String.valueOf(at.document("module:Core").get("categories"))
            .equals("[\"Agent\",\"Person\",\"Thing\"]"));
  }

  @Test
  void theTableIsWorkedByKeys() {
    at.workspace.withDraft();
    show("category:Person");
    ListView<Line> table = table("table-property");
    onFx(() -> select(table, "Has_birthday"));
    robot.type(KeyCode.SPACE);
    until(() ->
        String.valueOf(at.document("category:Person").get("required_properties"))
            .equals("[\"Has_name\",\"Has_birthday\"]"));
    onFx(() -> select(table, "Has_birthday"));
    robot.type(KeyCode.DELETE);
    until(() ->
        String.valueOf(at.document("category:Person").get("required_properties"))
            .equals("[\"Has_name\"]"));
    onFx(() -> select(table, "Has_website"));
    robot.type(KeyCode.ENTER);
    assertThat(at.navigator.calls()).containsExactly("open Entity[key=property:Has_website]");
    robot.type(KeyCode.INSERT).write("Has_level").type(KeyCode.ENTER);
    until(() ->
        String.valueOf(at.document("category:Person").get("required_properties"))
            .equals("[\"Has_name\",\"Has_level\"]"));
  }

  @Test
  void theKeysOfTheTableAreChosenAndItsMenuShowsThem() {
    at.workspace.withDraft();
    show("category:Person");
    ListView<Line> table = table("table-property");
    onFx(() -> {
      ActionRegistry actions = new ActionRegistry(at.texts);
      for (Deed deed : Deed.values()) {
        if (deed.context() == Context.TABLE) {
          actions.register(
              Action.of(deed.id(), "", () -> pages.getLast().perform(deed))
                  .in(deed.context())
                  .withKeys(deed.keys()));
        }
      }
      actions.install(stage.getScene());
      actions.keys().follow(Map.of(Deed.TABLE_NEED.id(), "Shortcut+Shift+Q"));
      select(table, "Has_birthday");
    });
    robot.type(KeyCode.SPACE);
    settle();
    assertThat(at.workspace.effective().get().changes()).as("a key that was given away").isEmpty();
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    until(() -> popups() > 0);
    List<String> items =
        onFx(() ->
            javafx.stage.Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .map(MenuItem::getText)
                .toList());
    assertThat(items)
        .anySatisfy(text -> assertThat(text).startsWith("Make required").contains("Q"))
        .anySatisfy(text -> assertThat(text).startsWith("Open   ("))
        .anySatisfy(text -> assertThat(text).startsWith("Remove").contains("Delete"));
    robot.type(KeyCode.ESCAPE);
    until(() -> popups() == 0);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
    until(() ->
        String.valueOf(at.document("category:Person").get("required_properties"))
            .equals("[\"Has_name\",\"Has_birthday\"]"));
    assertThat(onFx(table::getAccessibleHelp)).contains("Q makes required or optional");

    // From the menu of the window, with the focus elsewhere: the table that had it last.
    onFx(() -> {
      select(table, "Has_birthday");
      input("label").requestFocus();
      pages.getLast().perform(Deed.TABLE_REMOVE);
    });
    until(() ->
        String.valueOf(at.document("category:Person").get("required_properties"))
            .equals("[\"Has_name\"]"));
  }

  @Test
  void aProseFieldGrowsAndTabLeavesIt() {
    at.workspace.withDraft();
    show("category:Person");
    TextInputControl description = find("field-description", TextInputControl.class);
    double before = onFx(() -> description.getHeight());
    onFx(() -> description.setText("One\nTwo\nThree\nFour"));
    until(() -> description.getHeight() > before * 1.8);
    robot.clickOn(description).type(KeyCode.TAB);
    assertThat(onFx(description::isFocused)).isFalse();
    until(() ->
        String.valueOf(at.document("category:Person").get("description"))
            .equals("\"One\\nTwo\\nThree\\nFour\""));
  }

  private TextField input(String field) {
    return find("field-" + field, TextField.class);
  }

  private <N extends Node> N find(String id, Class<N> type) {
    return onFx(() -> {
      Node row = stage.getScene().lookup("#" + id);
      for (Node node : row.lookupAll("*")) {
        if (type.isInstance(node) && shown(node)) {
          return type.cast(node);
        }
      }
      throw new AssertionError(type + " in " + id);
    });
  }

  private static boolean shown(Node node) {
    return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
  }

  @SuppressWarnings("unchecked")
  @Test
  void theHeadsOfTheTableStandOverItsColumnsAtEveryWidth() {
    show("category:Person");
    for (double width : new double[] {960, 600, 380}) {
      onFx(() -> stage.setWidth(width));
      settle();
      ListView<Line> table = table("table-property");
      List<Double> heads = onFx(() -> columns(table.getParent(), ".item-header .item-shares"));
      List<Double> cells = onFx(() -> columns(table, ".item-cell .item-shares"));
      assertThat(heads).as("at " + width).hasSize(width < 500 ? 2 : 4);
      for (int i = 0; i < heads.size(); i++) {
        assertThat(cells.get(i)).as(width + ", " + i).isCloseTo(heads.get(i), within(1.5));
        assertThat(cells.get(i)).isLessThan(width);
      }
    }
  }

  /** Where the columns begin. */
  private static List<Double> columns(Node below, String selector) {
    return ((Parent) below.lookup(selector))
        .getChildrenUnmodifiable().stream()
            .filter(Node::isVisible)
            .map(node -> node.localToScene(0, 0).getX())
            .toList();
  }

  private ListView<Line> table(String id) {
    return find(id, ListView.class);
  }

  private static void select(ListView<Line> table, String item) {
    for (Line line : table.getItems()) {
      if (line instanceof Line.Item(ItemTable.Row row) && row.item().text().equals(item)) {
        table.requestFocus();
        table.getSelectionModel().select(line);
        return;
      }
    }
    throw new AssertionError(item);
  }

  private List<String> texts(String id) {
    return onFx(() ->
        stage.getScene().lookup("#" + id).lookupAll(".label").stream()
            .filter(Label.class::isInstance)
            .map(label -> ((Label) label).getText())
            .toList());
  }

  private Node focused() {
    return stage.getScene().getFocusOwner();
  }

  private int popups() {
    return (int)
        javafx.stage.Window.getWindows().stream()
            .filter(window -> window instanceof javafx.stage.PopupWindow && window.isShowing())
            .count();
  }
}
