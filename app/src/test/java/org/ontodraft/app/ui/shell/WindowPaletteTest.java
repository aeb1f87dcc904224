package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The palette in the window, and what was shown lately. */
class WindowPaletteTest extends ShownWindow {
  @Test
  void thePaletteRunsACommandAndGivesTheFocusBack() throws TimeoutException {
    workspace.withDraft();
    open();
    onFx(() -> tree().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    until(() -> find("#palette-field").isFocused());
    until(() -> ((TextField) find("#palette-field")).getCaretPosition() == 1);
    robot.write("revew chang");
    until(() -> ((TextField) find("#palette-field")).getText().equals(">revew chang"));
    robot.type(KeyCode.ENTER);
    until(() -> tabs().getTabs().size() == 1);
    assertThat(onFx(() -> tabs().getTabs().getFirst().getText())).isEqualTo("Review changes");

    onFx(() -> tree().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.P);
    until(() -> find("#palette-field").isFocused());
    robot.type(KeyCode.ESCAPE);
    until(() -> tree().isFocused());
    assertThat(onFx(() -> window.root().lookup("#palette-field"))).isNull();
  }

  @Test
  void whoGoesToAnEntityThatIsOpenWorksThere() throws TimeoutException {
    workspace.withDraft();
    open();
    for (int time = 0; time < 2; time++) {
      onFx(() -> tree().requestFocus());
      robot.push(KeyCode.CONTROL, KeyCode.P);
      until(() -> find("#palette-field").isFocused());
      robot.write("person");
      robot.type(KeyCode.ENTER);
      until(() -> tabs().getTabs().size() == 1 && window.root().lookup("#palette-field") == null);
      until(() -> inside(tabs()));
    }
  }

  private static boolean inside(Node pane) {
    Node at = pane.getScene().getFocusOwner();
    while (at != null && at != pane) {
      at = at.getParent();
    }
    return at != null;
  }

  @Test
  void thePaletteGoesAwayWithTheFocus() throws TimeoutException {
    open();
    robot.push(KeyCode.CONTROL, KeyCode.P);
    until(() -> find("#palette-field").isFocused());
    onFx(() -> filter().requestFocus());
    until(() -> window.root().lookup("#palette-field") == null);
    assertThat(onFx(() -> filter().isFocused())).isTrue();
  }

  @Test
  void whatWasShownIsReachedFromTheListAndFromTheMenu() throws TimeoutException {
    open();
    openEntity("Person");
    openEntity("Student");
    openEntity("Funding");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    until(() -> window.root().lookup("#palette-field") != null);
    robot.push(KeyCode.ENTER);
    until(() -> frontName().equals("Student"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    until(() -> window.root().lookup("#palette-field") != null);
    robot.write("pers");
    robot.push(KeyCode.ENTER);
    until(() -> frontName().equals("Person"));
    MenuBar bar = (MenuBar) find(".menu-bar");
    Menu recent =
        (Menu)
            onFx(() ->
                bar.getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> "menu-recent".equals(item.getId()))
                    .findFirst()
                    .orElseThrow());
    onFx(() -> recent.getOnShowing().handle(null));
    assertThat(onFx(() -> recent.getItems().stream().map(MenuItem::getText).toList()))
        .containsExactly("Student", "Funding");
    onFx(() -> recent.getItems().getLast().fire());
    until(() -> frontName().equals("Funding"));
  }
}
