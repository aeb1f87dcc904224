package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import tools.jackson.databind.node.StringNode;

/** The window as a whole, over a workspace in memory and with plain pages. */
class WindowTest extends ShownWindow {
  @Test
  void everyControlOfTheFirstScreenHasAName() {
    assertThat(onFx(() -> Accessibility.unnamed(window.root()))).isEmpty();
  }

  @Test
  void everyControlOfTheWorkbenchHasAName() throws TimeoutException {
    open();
    onFx(() -> {
      window.viewModel().workbench().get().tabs().open(new Place.Entity(PERSON));
      window.view().workbench().orElseThrow().view().showProblems(true);
    });
    settle();
    assertThat(onFx(() -> Accessibility.unnamed(window.root()))).isEmpty();
  }

  @Test
  void thePanesComeOneAfterTheOther() throws TimeoutException {
    onFx(() -> window.viewModel().open(workspace));
    until(() -> window.root().lookup(".tree-view") != null);
    until(() -> tree().isFocused() && window.root().lookup(".main-toolbar") != null);
  }

  @Test
  void whatIsAskedForWhileThePanesAreMadeIsDone() throws TimeoutException {
    onFx(() -> {
      window.viewModel().open(workspace);
      window.actions().run("view.problems");
    });
    until(() -> window.root().lookup(".problems") != null && tree().isVisible());
  }

  @Test
  void whatIsClosedWhileThePanesAreMadeDoesNotComeBack() {
    onFx(() -> {
      window.viewModel().open(workspace);
      window.viewModel().showWelcome();
    });
    settle();
    assertThat(onFx(() -> window.view().workbench())).isEmpty();
    assertThat(onFx(() -> window.root().lookup(".welcome"))).isNotNull();
  }

  @Test
  void everyActionIsInTheMenu() {
    MenuBar bar = (MenuBar) find(".menu-bar");
    Set<String> inMenu = new TreeSet<>();
    onFx(() -> bar.getMenus().forEach(menu -> collect(menu, inMenu)));
    assertThat(window.actions().all())
        .filteredOn(action -> action.context() == Context.ANYWHERE)
        .extracting(Action::id)
        .allSatisfy(id -> assertThat(inMenu).contains(id));
  }

  private static void collect(Menu menu, Set<String> into) {
    for (MenuItem item : menu.getItems()) {
      if (item.getId() != null) {
        into.add(item.getId());
      }
      if (item instanceof Menu more) {
        collect(more, into);
      }
    }
  }

  @Test
  void nothingIsPossibleThatNeedsARepository() {
    assertThat(
            onFx(() ->
                window.actions().all().stream()
                    .filter(action -> action.enabled().get())
                    .map(Action::id)
                    .toList()))
        .containsExactly(
            "repository.sample",
            "repository.open",
            "repository.clone",
            "window.settings",
            "window.keys",
            "window.quit",
            "command.run",
            "view.larger",
            "view.smaller",
            "view.usual",
            "theme.system",
            "theme.light",
            "theme.dark",
            "theme.contrast",
            "help.keys",
            "help.about");
  }

  @Test
  void keysOfAPartAreChosenListedAndOfferedWhileItIsShown() throws TimeoutException {
    open();
    onFx(() -> window.actions().keys().follow(Map.of("explorer.open", "O")));
    onFx(() -> window.view().workbench().orElseThrow().explorer().reveal(PERSON));
    until(() -> nameOf(tree().getSelectionModel().getSelectedItem()).equals("Person"));
    onFx(() -> tree().requestFocus());
    robot.push(KeyCode.O);
    until(() -> tabNames().equals(List.of("Person")));
    assertThat(CheatSheet.of(window.actions(), Texts.load()).text())
        .contains("In the explorer", "In the review", "While moving a draft", "In the graph")
        .contains("In a table of properties or subobjects", "Make it required or optional");
    assertThat(onFx(() -> window.actions().get("review.tick").enabled().get())).isFalse();
    assertThat(onFx(() -> window.actions().get("review.tick").reason().get())).isNotEmpty();
    assertThat(pageItems())
        .containsExactly("table.open", "table.add", "table.need", "table.remove");
    onFx(() -> window.viewModel().workbench().get().tabs().open(new Place.Review()));
    settle();
    assertThat(pageItems()).contains("review.tick", "review.json").doesNotContain("rebase.1");
    MenuItem tick = onFx(() -> window.actions().partItem(Deed.REVIEW_TICK, () -> {}));
    assertThat(tick.getAccelerator()).as("it would count in every field").isNull();
    assertThat(tick.getText()).contains("Space");
  }

  private List<String> pageItems() {
    return onFx(() -> {
      Menu page =
          (Menu)
              ((MenuBar) find(".menu-bar"))
                  .getMenus().stream()
                      .flatMap(menu -> menu.getItems().stream())
                      .filter(item -> "menu-page".equals(item.getId()))
                      .findFirst()
                      .orElseThrow();
      page.getOnShowing().handle(null);
      return page.getItems().stream().map(item -> String.valueOf(item.getId())).toList();
    });
  }

  @Test
  void f6GoesThroughThePanes() throws TimeoutException {
    open();
    onFx(() -> window.viewModel().workbench().get().tabs().open(new Place.Entity(PERSON)));
    settle();
    onFx(() -> tree().requestFocus());
    press(KeyCode.F6);
    until(() -> focused() instanceof TextField field && field.getText().equals("text"));
    press(KeyCode.F6);
    press(KeyCode.F6);
    until(() -> focused().getStyleClass().contains("switcher"));
    press(KeyCode.F6);
    until(() -> focused() == tree());
  }

  @Test
  void undoAndRedoByKeyboard() throws TimeoutException {
    workspace.withDraft();
    open();
    workspace.session().setField(PERSON, "label", StringNode.valueOf("Human"));
    until(() -> window.viewModel().workbench().get().canUndo().get());
    onFx(() -> tree().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> window.viewModel().workbench().get().canRedo().get());
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    until(() -> window.viewModel().workbench().get().canUndo().get());
  }

  @Test
  void closingTheRepositoryLeavesNoListener() throws TimeoutException {
    open();
    onFx(() -> window.viewModel().workbench().get().tabs().open(new Place.Entity(PERSON)));
    settle();
    onFx(() -> window.viewModel().showWelcome());
    settle();
    assertThat(workspace.effective().listenerCount()).isZero();
    assertThat(workspace.findings().listenerCount()).isZero();
    assertThat(workspace.draft().listenerCount()).isZero();
    assertThat(((Parent) find(".welcome")).isVisible()).isTrue();
    until(() -> window.settings().settings().get().recent().size() == 1);
  }
}
