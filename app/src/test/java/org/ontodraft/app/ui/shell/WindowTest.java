package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.StringNode;

/** The window by keyboard and mouse, over a workspace in memory and with plain pages. */
@ExtendWith(FxTest.class)
class WindowTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  private final FxRobot robot = new FxRobot();
  private final MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files());
  private final WindowFixture window = onFx(() -> new WindowFixture());
  private final Stage stage = onFx(() -> new Stage());

  @BeforeEach
  void show() {
    onFx(() -> {
      Scene scene = new Scene(window.root(), 980, 900);
      Screenshots.theme().attach(scene);
      window.actions().install(scene);
      stage.setScene(scene);
      stage.show();
      stage.requestFocus();
    });
    settle();
  }

  @AfterEach
  void hide() {
    onFx(stage::hide);
  }

  private void open() throws TimeoutException {
    onFx(() -> window.open(workspace));
    until(() -> tree().getExpandedItemCount() > 5);
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(holds));
    settle();
  }

  @SuppressWarnings("unchecked")
  private TreeView<Object> tree() {
    return (TreeView<Object>) find(".tree-view");
  }

  private TextField filter() {
    return (TextField) find(".filter-field");
  }

  private Node find(String selector) {
    return Objects.requireNonNull(window.root().lookup(selector), selector);
  }

  private List<String> rows() {
    return onFx(() -> {
      TreeView<Object> tree = tree();
      return IntStream.range(0, tree.getExpandedItemCount())
          .mapToObj(row -> nameOf(tree.getTreeItem(row)))
          .toList();
    });
  }

  private static String nameOf(@Nullable TreeItem<Object> item) {
    if (item == null) {
      return "";
    }
    String text = item.getValue().toString();
    return text.startsWith("Section")
        ? text.replaceAll("Section\\[type=(\\w+),.*", "$1")
        : text.replaceAll(".*label=([^,]+),.*", "$1");
  }

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
            "help.keys",
            "help.about");
  }

  @Test
  void filterAndOpenByKeyboard() throws TimeoutException {
    open();
    assertThat(onFx(() -> tree().isFocused())).isTrue();
    robot.write("/");
    until(() -> filter().isFocused());
    robot.write("stud");
    until(() -> rows().contains("Student") && !rows().contains("Funding"));
    assertThat(rows()).contains("Agent", "Person");
    robot.type(KeyCode.ENTER);
    until(() -> tree().isFocused());
    robot.type(KeyCode.ENTER);
    until(() -> !tabs().getTabs().isEmpty());
    assertThat(onFx(() -> tabs().getTabs().getFirst().getText())).isEqualTo("Student");
    onFx(() -> filter().requestFocus());
    robot.type(KeyCode.ESCAPE);
    until(() -> rows().contains("Funding"));
    assertThat(onFx(() -> filter().getText())).isEmpty();
  }

  private TabPane tabs() {
    return (TabPane) find(".tab-area .tab-pane");
  }

  @Test
  void whatIsOpenAndSelectedStaysSoOverAnEdit() throws TimeoutException {
    workspace.withDraft();
    open();
    onFx(() -> window.view().workbench().orElseThrow().explorer().reveal(PERSON));
    until(() -> rows().contains("Person"));
    List<String> before = rows();
    workspace.session().setField(PERSON, "description", StringNode.valueOf("Changed"));
    until(() -> window.viewModel().workbench().get().changes().get() == 1);
    workspace
        .session()
        .setField(
            EntityKey.of(EntityType.CATEGORY, "Funding"), "label", StringNode.valueOf("Grant"));
    until(() -> rows().contains("Grant"));
    assertThat(rows()).hasSameSizeAs(before).contains("Person");
    assertThat(onFx(() -> nameOf(tree().getSelectionModel().getSelectedItem())))
        .isEqualTo("Person");
  }

  @Test
  void whatIsTypedInTheTreeFiltersIt() throws TimeoutException {
    open();
    onFx(() -> tree().requestFocus());
    List<String> before = onFx(this::rows);
    robot.write("fun");
    until(() -> rows().contains("Funding") && rows().size() < before.size());
    robot.push(KeyCode.ESCAPE);
    until(() -> rows().equals(before));
  }

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

  private void openEntity(String key) {
    onFx(() ->
        window
            .viewModel()
            .workbench()
            .get()
            .tabs()
            .open(new Place.Entity(EntityKey.of(EntityType.CATEGORY, key))));
    settle();
  }

  private List<String> tabNames() {
    return onFx(() -> tabs().getTabs().stream().map(Tab::getText).toList());
  }

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
        .contains("In the explorer", "In the review", "While moving a draft", "In the graph");
    assertThat(onFx(() -> window.actions().get("review.tick").enabled().get())).isFalse();
    assertThat(onFx(() -> window.actions().get("review.tick").reason().get())).isNotEmpty();
    assertThat(pageItems()).hasSize(1);
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

  private String frontName() {
    return onFx(() -> tabs().getSelectionModel().getSelectedItem().getText());
  }

  @Test
  void whatIsOpenIsShownInTheTreeAtEveryPlace() throws TimeoutException {
    open();
    openEntity("Student");
    robot.push(KeyCode.CONTROL, KeyCode.B);
    until(() -> window.root().lookup(".explorer-pane") == null);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    until(() -> focused() instanceof TreeView<?>);
    until(() -> nameOf(tree().getSelectionModel().getSelectedItem()).equals("Student"));
    onFx(() -> filter().setText("fund"));
    until(() -> !rows().contains("Student"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    until(() -> nameOf(tree().getSelectionModel().getSelectedItem()).equals("Student"));
    assertThat(onFx(() -> filter().getText())).isEmpty();
  }

  private static boolean isWithin(@Nullable Node node, Node pane) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(pane)) {
        return true;
      }
    }
    return false;
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

  private Node focused() {
    return Objects.requireNonNull(stage.getScene().getFocusOwner());
  }

  private void press(KeyCode key) {
    robot.type(key);
    settle();
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
