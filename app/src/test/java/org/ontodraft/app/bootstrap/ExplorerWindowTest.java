package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.node.StringNode;

/** The tree in the window: places, groups, filters, and parents moved by keys and by mouse. */
@ExtendWith(FxTest.class)
class ExplorerWindowTest {
  private static final EntityKey STAFF = Snapshots.key("category:Staff");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private Workspace workspace;

  @BeforeEach
  void start() throws InterruptedException {
    window = new RealWindow(folder);
    upstream = GitHistory.bare(folder.resolve("people.git"));
    category("Group", "[]");
    category("Member", "[]");
    category("Person", "[]");
    category("Staff", "[\"Member\", \"Person\"]");
    upstream.file(
        "modules/Core.json",
        "{\n  \"id\": \"Core\",\n  \"label\": \"Core\",\n  \"description\": \"d\",\n"
            + "  \"version\": \"1.0.0\",\n  \"categories\": [\"Person\", \"Staff\"]\n}\n");
    upstream.commit("base");
    workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    RealServices.done(workspace.startDraft("Tree"));
    until("the tree", () -> rows().contains("Group"));
  }

  private void category(String id, String parents) {
    upstream.file(
        "categories/" + id + ".json",
        "{\n  \"id\": \"%s\",\n  \"label\": \"%s\",\n  \"description\": \"d\",\n  \"parents\": %s\n}\n"
            .formatted(id, id, parents));
  }

  @AfterEach
  void stop() {
    onFx(() -> pane().ifPresent(left -> left.getScene().getWindow().hide()));
    window.close();
    upstream.close();
  }

  @Test
  void placesAndParentsByKeysAlone() throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    window.robot().write("staff");
    until("the matches", () -> rows().equals(List.of("", "Member", "Staff", "Person", "Staff")));
    window.press(KeyCode.DOWN);
    until("both places", () -> places().equals("1 of 2 places"));
    window.press(KeyCode.ALT, KeyCode.PAGE_DOWN);
    until("the other place", () -> places().equals("2 of 2 places"));
    window.press(KeyCode.CONTROL, KeyCode.X);
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.CONTROL, KeyCode.X);
    onFx(() -> window.navigator().orElseThrow().reveal(Snapshots.key("category:Group")));
    until("the group", () -> selected().equals("Group"));
    onFx(() -> tree().requestFocus());
    window.press(KeyCode.CONTROL, KeyCode.V);
    until("the preview", () -> button("Move").filter(found -> !found.isDisabled()).isPresent());
    window.press(KeyCode.ENTER);
    until("the move", () -> parents().equals(List.of("Member", "Group")));

    // What is open and selected stays over an edit, its undo and a change of upstream.
    onFx(() -> tree().requestFocus());
    until("still selected", () -> selected().equals("Group"));
    List<String> before = onFx(this::rows);
    RealServices.done(
        workspace
            .draft()
            .get()
            .orElseThrow()
            .setField(STAFF, "description", StringNode.valueOf("Who works here")));
    window.press(KeyCode.CONTROL, KeyCode.Z);
    until("the undo", () -> effective().document(STAFF).description().equals(Optional.of("d")));
    assertThat(onFx(this::rows)).isEqualTo(before);
    assertThat(onFx(this::selected)).isEqualTo("Group");
    assertThat(window.notices()).isEmpty();
  }

  @Test
  void groupsFiltersAndOtherPlacesWithTheMouse() throws InterruptedException {
    window.robot().clickOn("#explorer-group").clickOn("#by-module");
    until("the modules", () -> rows().contains("Core"));
    assertThat(onFx(this::rows)).doesNotContain("Staff");
    window.robot().clickOn("#explorer-group").clickOn("#by-type");
    until("the types", () -> rows().contains("Member"));
    RealServices.done(
        workspace
            .draft()
            .get()
            .orElseThrow()
            .setField(STAFF, "description", StringNode.valueOf("Who works here")));
    window.robot().clickOn("#explorer-changed");
    until("the changed", () -> rows().equals(List.of("", "Member", "Staff", "Person", "Staff")));
    window.robot().clickOn("Staff");
    until("the places", () -> places().endsWith("of 2 places"));
    String at = onFx(this::places);
    window.robot().clickOn("#explorer-places");
    window.robot().clickOn(at.startsWith("1") ? "Person \u203a Staff" : "Member \u203a Staff");
    until("the other", () -> places().endsWith("of 2 places") && !places().equals(at));
  }

  @Test
  void aCategoryIsDraggedBelowAnotherWithItsPreview() throws InterruptedException {
    unfold("Person");
    List<Boolean> taken = new ArrayList<>();
    List<String> why = new ArrayList<>();
    Node staff = cell("Staff");
    Node group = cell("Group");
    Node heading = cell("");
    new PlayedDrag(window.robot())
        .from(
            staff,
            board -> {
              for (Node target : List.of(heading, staff, group)) {
                taken.add(
                    PlayedDrag.send(DragEvent.DRAG_OVER, target, board, TransferMode.MOVE)
                        .isAccepted());
                why.add(refused());
                PlayedDrag.send(DragEvent.DRAG_EXITED, target, board, TransferMode.MOVE);
              }
              PlayedDrag.send(DragEvent.DRAG_DROPPED, group, board, TransferMode.MOVE);
            });
    until("the preview", () -> button("Move").filter(found -> !found.isDisabled()).isPresent());
    assertThat(taken).as("a heading, itself, another").containsExactly(false, false, true);
    assertThat(why.get(0)).contains("a heading is no parent");
    assertThat(why.get(1)).contains("cannot be below itself");
    assertThat(why.get(2)).isEmpty();
    assertThat(onFx(this::refused)).isEmpty();
    assertThat(parents()).as("nothing before it was seen").containsExactly("Member", "Person");
    window.press(KeyCode.ENTER);
    until("the move", () -> parents().equals(List.of("Member", "Group")));
    assertThat(window.notices()).isEmpty();
  }

  @Test
  void aDragThatCopiesAddsAParentAndAPlaceThatCannotBeSaysWhyByKeysToo()
      throws InterruptedException {
    unfold("Person");
    Node staff = cell("Staff");
    Node group = cell("Group");
    new PlayedDrag(window.robot())
        .from(
            staff,
            board -> {
              PlayedDrag.send(DragEvent.DRAG_OVER, group, board, TransferMode.COPY);
              PlayedDrag.send(DragEvent.DRAG_DROPPED, group, board, TransferMode.COPY);
            });
    until("it can be made", () -> accept().filter(found -> !found.isDisabled()).isPresent());
    window.press(KeyCode.ENTER);
    until("one more", () -> parents().equals(List.of("Member", "Person", "Group")));

    onFx(() -> window.navigator().orElseThrow().reveal(STAFF));
    until("the class", () -> selected().equals("Staff"));
    onFx(() -> tree().requestFocus());
    window.press(KeyCode.CONTROL, KeyCode.X);
    onFx(() -> window.navigator().orElseThrow().reveal(Snapshots.key("module:Core")));
    until("the module", () -> selected().equals("Core"));
    onFx(() -> tree().requestFocus());
    window.press(KeyCode.CONTROL, KeyCode.V);
    until("why", () -> refused().contains("Core is no category"));
    window.press(KeyCode.CONTROL, KeyCode.X);
    until("why", () -> refused().contains("only categories are below a parent"));
    assertThat(parents()).containsExactly("Member", "Person", "Group");
  }

  private String refused() {
    return window.robot().lookup("#explorer-refused").queryLabeled().getText();
  }

  /** The button that does what a dialog shows. */
  private static Optional<Button> accept() {
    return pane().stream()
        .flatMap(shown -> shown.lookupAll(".button.accent").stream())
        .map(Button.class::cast)
        .findFirst();
  }

  private void unfold(String category) throws InterruptedException {
    onFx(() -> window.navigator().orElseThrow().reveal(Snapshots.key("category:" + category)));
    until("the parent", () -> selected().equals(category));
    onFx(() -> tree().requestFocus());
    window.press(KeyCode.RIGHT);
    until("the child", () -> rows().contains("Staff"));
  }

  /** The row of an entity that is shown, or of the first heading. */
  private Node cell(String label) {
    return onFx(() ->
        tree().lookupAll(".tree-cell").stream()
            .map(node -> (TreeCell<?>) node)
            .filter(cell -> !cell.isEmpty() && label(cell.getTreeItem()).equals(label))
            .findFirst()
            .orElseThrow());
  }

  private DraftOverlay effective() {
    return workspace.effective().get();
  }

  private List<String> parents() {
    return effective().document(STAFF).texts("parents");
  }

  private TreeView<?> tree() {
    return window.robot().lookup("#tree").queryAs(TreeView.class);
  }

  /** The labels of the rows that are open, empty for headings. */
  private List<String> rows() {
    TreeView<?> tree = tree();
    return java.util.stream.IntStream.range(0, tree.getExpandedItemCount())
        .mapToObj(row -> label(tree.getTreeItem(row)))
        .toList();
  }

  private String selected() {
    return label(tree().getSelectionModel().getSelectedItem());
  }

  private static String label(@org.jspecify.annotations.Nullable TreeItem<?> item) {
    String row = item == null ? "" : String.valueOf(item.getValue());
    int at = row.indexOf("label=");
    return at < 0 ? "" : row.substring(at + 6, row.indexOf(',', at));
  }

  private String places() {
    return window
        .robot()
        .lookup("#explorer-places")
        .tryQueryAs(MenuButton.class)
        .filter(MenuButton::isVisible)
        .map(MenuButton::getText)
        .orElse("");
  }

  private static Optional<DialogPane> pane() {
    return Window.getWindows().stream()
        .filter(Window::isFocused)
        .map(shown -> shown.getScene().getRoot())
        .filter(DialogPane.class::isInstance)
        .map(DialogPane.class::cast)
        .findFirst();
  }

  private static Optional<Button> button(String name) {
    return pane().stream()
        .flatMap(shown -> shown.lookupAll(".button").stream())
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(found -> found.getText().equals(name))
        .findFirst();
  }

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    Waiting.until(what, () -> onFx(holds::getAsBoolean));
    FxTest.settle();
  }
}
