package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.testing.Snapshots;

/** Refactorings through the window, previewed, made as one step and taken back. */
@ExtendWith(FxTest.class)
class RefactoringWindowTest {
  private static final int USERS = 20;
  private static final EntityKey EMAIL = Snapshots.key("property:Has_email");
  private static final EntityKey MAIL = Snapshots.key("property:Has_mail");
  private static final EntityKey PERSON = Snapshots.key("category:Person");
  private static final EntityKey STAFF = Snapshots.key("category:Staff");
  private static final EntityKey GROUP = Snapshots.key("category:Group");

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
    file("properties", "Has_email", "\"datatype\": \"Email\", \"cardinality\": \"single\"");
    file("properties", "Has_phone", "\"datatype\": \"Text\", \"cardinality\": \"single\"");
    file("categories", "Person", "\"required_properties\": [\"Has_phone\"]");
    file("categories", "Staff", "\"parents\": [\"Person\"]");
    file("categories", "Group", "\"parents\": []");
    for (int i = 1; i <= USERS; i++) {
      file("categories", "Kind_%02d".formatted(i), "\"optional_properties\": [\"Has_email\"]");
    }
    upstream.commit("base");
    window.robot().targetWindow(window.stage());
    workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    RealServices.done(workspace.startDraft("Refactorings"));
    Waiting.until("the draft", () -> workspace.draft().get().isPresent());
  }

  private void file(String folder, String id, String more) {
    upstream.file(
        folder + "/" + id + ".json",
        "{\n  \"id\": \"%s\",\n  \"label\": \"%s\",\n  \"description\": \"About %s\",\n  %s\n}\n"
            .formatted(id, id.replace('_', ' '), id, more));
  }

  @AfterEach
  void stop() {
    onFx(() -> pane().ifPresent(left -> left.getScene().getWindow().hide()));
    window.close();
    upstream.close();
  }

  @Test
  void aPropertyUsedInTwentyPlacesIsRenamedByKeys() throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    window.robot().write("Has_email");
    until("the match", () -> window.robot().lookup("Has email").tryQuery().isPresent());
    window.press(KeyCode.DOWN);
    window.press(KeyCode.F2);
    DialogPane pane = dialog();
    assertThat(onFx(() -> Accessibility.unnamed(pane))).isEmpty();
    window.robot().write("Has_phone");
    until("the refusal", () -> said(pane, "There is a property Has_phone already"));
    assertThat(button(pane, "Rename").isDisabled()).isTrue();

    window.press(KeyCode.CONTROL, KeyCode.A);
    window.robot().write("Has_mail");
    until("the preview", () -> !button(pane, "Rename").isDisabled());
    assertThat(said(pane, "21 entities are changed in 22 files")).isTrue();
    // Three headings, the property with its key, and twenty categories with one field each.
    assertThat(rows(pane)).isEqualTo(2 + 2 + 2 * USERS);
    window.press(KeyCode.ENTER);

    until("the rename", () -> effective().exists(MAIL));
    assertThat(effective().exists(EMAIL)).isFalse();
    assertThat(effective().referencesTo(MAIL)).hasSize(USERS);
    assertThat(effective().referencesTo(EMAIL)).isEmpty();
    assertThat(session().intents()).containsExactly(new DraftIntent.Rename(EMAIL, MAIL));
    assertThat(session().history().get().nextUndo().orElseThrow().edits()).hasSize(2 + USERS);
    until("its tab", () -> window.robot().lookup("#field-label").tryQuery().isPresent());

    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    until(
        "the step",
        () -> window.robot().lookup("Has_email renamed to Has_mail").tryQuery().isPresent());
    window.press(KeyCode.CONTROL, KeyCode.Z);
    until("the undo", () -> effective().changes().isEmpty());
    assertThat(effective().referencesTo(EMAIL)).hasSize(USERS);
    assertThat(session().intents()).isEmpty();
    assertThat(window.notices()).isEmpty();
  }

  @Test
  void whatIsDeletedIsDeprecatedInsteadByKeys() throws InterruptedException {
    open(EMAIL);
    onFx(() -> window.navigator().orElseThrow().deleteEntity(EMAIL));
    DialogPane pane = dialog();
    until("the preview", () -> !button(pane, "Delete").isDisabled());
    assertThat(said(pane, "20 entities refer to it")).isFalse();
    assertThat(said(pane, "21 entities are changed in 21 files")).isTrue();
    // The choice between the two has the focus.
    window.press(KeyCode.SHIFT, KeyCode.TAB);
    press(pane, "Deprecate");
    until("the other preview", () -> said(pane, "1 entity is changed in 1 file"));
    until("its button", () -> !button(pane, "Deprecate").isDisabled());
    onFx(button(pane, "Deprecate")::fire);
    until("the mark", () -> !effective().changes().isEmpty());
    assertThat(effective().document(EMAIL).description()).contains("Deprecated. About Has_email");
  }

  @Test
  void mergingAsksWhichValueIsKept() throws InterruptedException {
    open(STAFF);
    clickMenu("Edit", "Merge into another\u2026");
    DialogPane pane = dialog();
    window.robot().clickOn(query(pane, "#refactoring-target")).write("Person");
    // What is offered stands over the choices.
    window.press(KeyCode.TAB);
    until("the preview", () -> !button(pane, "Merge").isDisabled());
    RadioButton goes = (RadioButton) query(pane, "#goes-description");
    assertThat(onFx(goes::getText)).isEqualTo("Take: About Staff");
    until("its place", () -> goes.getHeight() > 0);
    window.robot().clickOn(goes);
    until("the click", goes::isSelected);
    until("the choice", () -> !button(pane, "Merge").isDisabled());
    window.robot().clickOn(button(pane, "Merge"));
    until("the merge", () -> !effective().exists(STAFF));
    assertThat(effective().document(PERSON).description()).contains("About Staff");
    assertThat(effective().document(PERSON).label()).contains("Person");
  }

  @Test
  void aSplitIsMadeWithTheMouse() throws InterruptedException {
    open(PERSON);
    clickMenu("Edit", "Split\u2026");
    DialogPane pane = dialog();
    window.robot().clickOn(query(pane, "#refactoring-name")).write("Reachable");
    window.robot().clickOn("Has phone, required");
    until("the preview", () -> !button(pane, "Split").isDisabled());
    window.robot().clickOn(button(pane, "Split"));
    EntityKey fresh = Snapshots.key("category:Reachable");
    until("the split", () -> effective().exists(fresh));
    assertThat(effective().document(fresh).texts("required_properties"))
        .containsExactly("Has_phone");
    assertThat(effective().document(PERSON).texts("parents")).containsExactly("Reachable");
  }

  @Test
  void anotherParentShowsWhoInheritsWhat() throws InterruptedException {
    open(GROUP);
    clickMenu("Edit", "Move to another parent\u2026");
    DialogPane pane = dialog();
    window.robot().write("Group");
    until("itself is none", () -> button(pane, "Move").isDisabled());
    window.type("#refactoring-target", "Staff");
    until("the preview", () -> !button(pane, "Move").isDisabled());
    // One for what is offered, one for the form.
    window.press(KeyCode.ENTER);
    if (pane().isPresent()) {
      window.press(KeyCode.ENTER);
    }
    until("the move", () -> !effective().changes().isEmpty());
    assertThat(effective().document(GROUP).texts("parents")).containsExactly("Staff");
    assertThat(effective().hierarchy().requirements(GROUP))
        .containsEntry(Snapshots.key("property:Has_phone"), true);
  }

  private void open(EntityKey key) throws InterruptedException {
    onFx(() -> window.navigator().orElseThrow().openEntity(key));
    until(
        "the form",
        () ->
            window
                .robot()
                .lookup("#field-label .text-field")
                .tryQueryAs(TextInputControl.class)
                .filter(TextInputControl::isEditable)
                .isPresent());
  }

  private void clickMenu(String menu, String item) {
    window.robot().clickOn(menu).clickOn(item);
    FxTest.settle();
  }

  private DraftOverlay effective() {
    return workspace.effective().get();
  }

  private DraftSession session() {
    return workspace.draft().get().orElseThrow();
  }

  private DialogPane dialog() throws InterruptedException {
    // The content of a pane that scrolls is there after its first pulse only.
    until(
        "the dialog",
        () ->
            pane()
                .filter(shown -> shown.lookup("#refactoring-preview") != null)
                .filter(shown -> shown.getScene().getWindow().isFocused())
                .isPresent());
    DialogPane shown = pane().orElseThrow();
    // Otherwise the robot writes into the window it used last.
    window.robot().targetWindow(shown.getScene().getWindow());
    return shown;
  }

  private static Optional<DialogPane> pane() {
    return onFx(() ->
        Window.getWindows().stream()
            .filter(Window::isShowing)
            .map(shown -> shown.getScene().getRoot())
            .filter(DialogPane.class::isInstance)
            .map(DialogPane.class::cast)
            .findFirst());
  }

  private static Node query(DialogPane pane, String selector) {
    return onFx(() -> pane.lookup(selector));
  }

  private static int rows(DialogPane pane) {
    return onFx(() -> ((ListView<?>) pane.lookup("#refactoring-preview")).getItems().size());
  }

  private static boolean said(DialogPane pane, String words) {
    return onFx(() ->
        pane.lookupAll(".label").stream()
            .filter(Label.class::isInstance)
            .anyMatch(label -> ((Label) label).getText().contains(words)));
  }

  private static void press(DialogPane pane, String choice) {
    onFx(() ->
        pane.lookupAll(".toggle-button").stream()
            .map(javafx.scene.control.ToggleButton.class::cast)
            .filter(button -> button.getText().equals(choice))
            .forEach(javafx.scene.control.ToggleButton::fire));
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

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    Waiting.until(what, () -> onFx(holds::getAsBoolean));
    FxTest.settle();
  }
}
