package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** The tabs of the window, on one side and on two. */
class WindowTabsTest extends ShownWindow {
  @Test
  void tabsArePinnedMovedAndClosedByKeys() throws TimeoutException {
    open();
    openEntity("Person");
    openEntity("Student");
    openEntity("Funding");
    robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
    until(() -> tabNames().equals(List.of("Person", "Funding", "Student")));
    onFx(() -> window.actions().run("tab.pin"));
    until(() -> tabNames().equals(List.of("Funding", "Person", "Student")));
    assertThat(onFx(() -> tabs().getTabs().getFirst().isClosable())).isFalse();
    robot.push(KeyCode.CONTROL, KeyCode.W);
    settle();
    assertThat(tabNames()).hasSize(3);

    openEntity("Student");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    until(() -> tabNames().equals(List.of("Funding", "Student")));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    until(() -> tabNames().contains("Person"));
  }

  @Test
  void tabsAreChangedByKeysFromWithinAText() throws TimeoutException {
    open();
    openEntity("Person");
    openEntity("Student");
    onFx(() -> window.view().workbench().orElseThrow().view().focusPage());
    until(() -> focused() instanceof TextField);
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    until(() -> front().equals("Person"));
    onFx(() -> window.view().workbench().orElseThrow().view().focusPage());
    until(() -> focused() instanceof TextField);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    until(() -> front().equals("Student"));
  }

  private String front() {
    return onFx(() -> ((TabPane) find("#tabs")).getSelectionModel().getSelectedItem().getText());
  }

  private List<String> rightNames() {
    return onFx(() ->
        window.root().lookup(".right-side") instanceof Pane side
                && side.getChildren().getFirst() instanceof TabPane right
            ? right.getTabs().stream().map(Tab::getText).toList()
            : List.<String>of());
  }

  @Test
  void aTabGoesToTheOtherSideByKeysAndItsSideIsThereAtTheNextOpening() throws TimeoutException {
    open();
    openEntity("Person");
    openEntity("Student");
    onFx(() -> window.view().workbench().orElseThrow().view().focusPage());
    until(() -> focused() instanceof TextField);
    onFx(() -> ((TextField) Objects.requireNonNull(focused())).setText("typed"));
    robot.push(KeyCode.CONTROL, KeyCode.BACK_SLASH);
    until(() -> rightNames().equals(List.of("Student")));
    assertThat(tabNames()).containsExactly("Person");
    assertThat(onFx(() -> window.root().lookup(".inspector"))).isNull();
    until(() -> isWithin(focused(), find(".right-side")));
    assertThat(onFx(() -> ((TextField) Objects.requireNonNull(focused())).getText()))
        .as("the page itself moved")
        .isEqualTo("typed");
    assertThat(onFx(() -> Accessibility.unnamed(window.root()))).isEmpty();

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SLASH);
    until(() -> focused() instanceof TextField && !isWithin(focused(), find(".right-side")));
    openEntity("Funding");
    assertThat(tabNames()).as("opens where one works").containsExactly("Person", "Funding");
    robot.push(KeyCode.F6);
    until(() -> isWithin(focused(), find(".right-side")));
    openEntity("Agent");
    until(() -> rightNames().equals(List.of("Student", "Agent")));

    until(() ->
        window.settings().settings().get().tabs().values().stream()
            .anyMatch(open -> open.right().places().size() == 2));
    onFx(() -> window.viewModel().showWelcome());
    settle();
    onFx(() -> window.open(MemoryWorkspace.of(SampleFiles.files())));
    until(() -> rightNames().equals(List.of("Student", "Agent")));
    assertThat(tabNames()).containsExactly("Person", "Funding");

    onFx(() -> window.viewModel().workbench().get().tabs().activateOther());
    settle();
    robot.push(KeyCode.CONTROL, KeyCode.W);
    robot.push(KeyCode.CONTROL, KeyCode.W);
    until(() -> rightNames().isEmpty());
    assertThat(tabNames()).containsExactly("Person", "Funding");
    assertThat(onFx(() -> window.root().lookup(".right-side"))).isNull();
  }

  @Test
  void whoeverPressesTheMouseInASideWorksThere() throws TimeoutException {
    open();
    openEntity("Person");
    openEntity("Student");
    onFx(() -> window.actions().run("tab.beside"));
    until(() -> isWithin(focused(), find(".right-side")));
    Node field = find(".tab-area .text-field");
    assertThat(onFx(() -> isWithin(field, find(".right-side")))).isFalse();
    robot.clickOn(field);
    until(() -> Objects.equals(focused(), field));
    openEntity("Funding");
    assertThat(tabNames()).containsExactly("Person", "Funding");
    onFx(() -> window.actions().run("side.join"));
    until(() -> tabNames().equals(List.of("Person", "Funding", "Student")));
  }

  @Test
  void tabsAreThereAgainAtTheNextOpeningWithoutTheirPages() throws TimeoutException {
    open();
    openEntity("Person");
    openEntity("Student");
    openEntity("Funding");
    onFx(() -> window.actions().run("tab.pin"));
    openEntity("Person");
    until(() ->
        window.settings().settings().get().tabs().values().stream()
            .anyMatch(open ->
                open.left().front().contains("Person") && open.left().places().size() == 3));
    onFx(() -> window.viewModel().showWelcome());
    settle();
    onFx(() -> window.open(MemoryWorkspace.of(SampleFiles.files())));
    until(() -> tabNames().equals(List.of("Funding", "Person", "Student")));
    assertThat(onFx(() -> tabs().getSelectionModel().getSelectedItem().getText()))
        .isEqualTo("Person");
    assertThat(onFx(() -> tabs().getTabs().getFirst().isClosable())).isFalse();
    assertThat(
            onFx(() ->
                tabs().getTabs().stream()
                    .map(PageTab.class::cast)
                    .filter(tab -> tab.page().isPresent())
                    .map(Tab::getText)
                    .toList()))
        .containsExactly("Person");
  }

  @Test
  void aThousandTabsLeaveNothingBehind() throws TimeoutException {
    open();
    List<WeakReference<Node>> pages = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      EntityKey key = i % 2 == 0 ? PERSON : EntityKey.of(EntityType.CATEGORY, "Student");
      onFx(() -> {
        window.viewModel().workbench().get().tabs().open(new Place.Entity(key));
        pages.add(new WeakReference<>(tabs().getTabs().getFirst().getContent()));
        window.viewModel().workbench().get().tabs().closeCurrent();
      });
    }
    openEntity("Funding");
    until(() -> {
      System.gc();
      return pages.stream().filter(page -> page.get() != null).count() <= 2;
    });
  }

  @Test
  void tabsByKeyboard() throws TimeoutException {
    open();
    TabsViewModel model = onFx(() -> window.viewModel().workbench().get().tabs());
    Place person = new Place.Entity(PERSON);
    Place agent = new Place.Entity(EntityKey.of(EntityType.CATEGORY, "Agent"));
    onFx(() -> {
      model.open(person);
      model.open(agent);
      tree().requestFocus();
    });
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> person.equals(model.current().get()));
    robot.push(KeyCode.ALT, KeyCode.RIGHT);
    until(() -> agent.equals(model.current().get()));
    robot.push(KeyCode.CONTROL, KeyCode.W);
    until(() -> model.places().size() == 1);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    until(() -> model.places().size() == 2);
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    until(() -> person.equals(model.current().get()));
  }
}
