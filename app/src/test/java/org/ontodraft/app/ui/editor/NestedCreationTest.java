package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.FxFixture.until;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.PopupControl;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.testfx.api.FxRobot;

/** Entities that are created for the sake of each other, from a field and back to it. */
@ExtendWith(FxTest.class)
class NestedCreationTest {
  private final FxFixture at = FxFixture.of(EditorFixture.files());
  private final FxRobot robot = new FxRobot();
  private final Stage stage = onFx(() -> new Stage());
  private final List<EntityPage> pages = new ArrayList<>();

  private EntityViewModel show(String key) {
    at.workspace.withDraft();
    EntityDialogs dialogs =
        new EntityDialogs(
            at.workspace,
            at.edits,
            at.tasks,
            at.navigator,
            at.pause,
            new Dialogs(at.texts, Screenshots.theme(), () -> stage),
            at.errors,
            at.texts,
            Runnable::run);
    at.creation = dialogs.services().creation();
    EntityViewModel panel = at.open(key);
    pages.add(
        onFx(() -> {
          EntityPage made = new EntityPage(panel, at.tools);
          Scene scene = new Scene(new VBox(made.content()), 960, 940);
          Screenshots.theme().attach(scene);
          stage.setScene(scene);
          stage.show();
          return made;
        }));
    settle();
    return panel;
  }

  @AfterEach
  void close() {
    onFx(() -> {
      pane().ifPresent(left -> left.getScene().getWindow().hide());
      pages.forEach(EntityPage::close);
      stage.close();
    });
    at.close();
    assertThat(at.faults).isEmpty();
  }

  @Test
  void aMissingCategoryAndItsMissingParentAreCreatedByKeys() {
    show("module:Core");
    type("field-categories", "Walking robot");
    DialogPane pane = creation(1);
    assertThat(way(pane)).containsExactly("Categories", "New category");
    assertThat(onFx(() -> Accessibility.unnamed((Parent) pane.getContent()))).isEmpty();
    assertThat(text(pane, "field-label")).isEqualTo("Walking robot");
    write(pane, "field-description", "Walks");
    typeIn(pane, "field-parents", "Machine");
    until(() -> way(pane).size() == 3);
    assertThat(way(pane)).containsExactly("Categories", "Parents", "New category");
    write(pane, "field-description", "Works");
    until(() -> !create(pane).isDisabled());
    robot.type(KeyCode.ENTER); // a description of several lines takes it
    press(create(pane));
    until(() -> way(pane).size() == 2);
    assertThat(text(pane, "field-description")).isEqualTo("Walks");
    until(() -> !create(pane).isDisabled());
    press(create(pane));
    until(() -> pane().isEmpty());
    until(() -> at.workspace.store().log().size() == 3);
    assertThat(at.document("category:Walking_robot").texts("parents")).containsExactly("Machine");
    assertThat(at.document("category:Machine").description().orElse("")).startsWith("Works");
    assertThat(at.document("module:Core").texts("categories"))
        .containsExactly("Agent", "Person", "Walking_robot");
    assertThat(at.navigator.calls()).isEmpty();
    until(() -> onFx(() -> input(stage.getScene().getRoot(), "field-categories")).isFocused());

    for (int step = 0; step < 3; step++) {
      at.session().undo();
    }
    until(() -> at.workspace.effective().get().changes().isEmpty());
  }

  @Test
  void cancellingGoesBackWithNothingLost() {
    show("module:Core");
    type("field-categories", "Robot");
    DialogPane pane = creation(1);
    write(pane, "field-description", "Moves");
    typeIn(pane, "field-parents", "Machine");
    until(() -> way(pane).size() == 3);
    robot.type(KeyCode.ESCAPE);
    until(() -> way(pane).size() == 2);
    assertThat(text(pane, "field-description")).isEqualTo("Moves");
    assertThat(text(pane, "field-parents")).isEqualTo("Machine");
    press(button(pane, "Cancel"));
    until(() -> pane().isEmpty());
    assertThat(onFx(() -> input(stage.getScene().getRoot(), "field-categories").getText()))
        .isEqualTo("Robot");
    assertThat(at.workspace.store().log()).isEmpty();
  }

  @Test
  void aPropertyOfACategoryIsCreatedFromItsTable() {
    show("category:Thing");
    robot.clickOn("Add\u2026");
    settle();
    robot.targetWindow(stage).write("Has mass");
    takeOffer("Create property \u201cHas mass\u201d\u2026");
    DialogPane pane = creation(1);
    assertThat(text(pane, "field-label")).isEqualTo("Has mass");
    robot.type(KeyCode.ESCAPE);
    until(() -> pane().isEmpty());
  }

  private void type(String field, String text) {
    typeIn(stage.getScene().getRoot(), field, text);
  }

  /** Types, and takes the last offer. */
  private void typeIn(Parent within, String field, String text) {
    onFx(() -> input(within, field).requestFocus());
    robot.targetWindow(within.getScene().getWindow()).write(text);
    takeOffer("Create category \u201c" + text + "\u201d\u2026");
  }

  private void takeOffer(String words) {
    until(() -> offer(words).isPresent());
    robot.type(KeyCode.DOWN);
    settle();
    robot.type(KeyCode.ENTER);
    settle();
  }

  private static Optional<Node> offer(String words) {
    return Window.getWindows().stream()
        .filter(PopupControl.class::isInstance)
        .filter(Window::isShowing)
        .flatMap(window -> window.getScene().getRoot().lookupAll(".list-cell").stream())
        .filter(cell -> words.equals(((ListCell<?>) cell).getText()))
        .findFirst();
  }

  private void write(DialogPane pane, String field, String text) {
    onFx(() -> input(pane, field).requestFocus());
    robot.targetWindow(pane.getScene().getWindow()).write(text);
    settle();
  }

  private void press(Button button) {
    onFx(button::requestFocus);
    robot.type(KeyCode.SPACE);
    settle();
  }

  private DialogPane creation(int depth) {
    until(() -> pane().filter(pane -> way(pane).size() == depth + 1).isPresent());
    return pane().orElseThrow();
  }

  private static Optional<DialogPane> pane() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(window -> window.getScene().getRoot())
        .filter(DialogPane.class::isInstance)
        .map(DialogPane.class::cast)
        .findFirst();
  }

  private static List<String> way(DialogPane pane) {
    return onFx(() ->
        ((Parent) pane.lookup("#creation-way"))
            .getChildrenUnmodifiable().stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList());
  }

  private static String text(DialogPane pane, String field) {
    return onFx(() -> input(pane, field).getText());
  }

  private static TextInputControl input(Parent within, String row) {
    Node found = within.lookup("#" + row);
    if (found == null) {
      throw new AssertionError("no " + row);
    }
    return found.lookupAll(".text-input").stream()
        .map(TextInputControl.class::cast)
        .min(Comparator.comparing(Object::toString))
        .orElseThrow();
  }

  private static Button create(DialogPane pane) {
    return button(pane, "Create");
  }

  private static Button button(DialogPane pane, String name) {
    return onFx(() ->
        pane.lookupAll(".button").stream()
            .filter(Button.class::isInstance)
            .map(Button.class::cast)
            .filter(button -> button.getText().equals(name))
            .findFirst()
            .orElseThrow());
  }
}
