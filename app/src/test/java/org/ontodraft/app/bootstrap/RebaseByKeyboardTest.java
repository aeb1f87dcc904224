package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Three conflicts of different tiers, decided without a mouse. */
@ExtendWith(FxTest.class)
class RebaseByKeyboardTest {
  private static final EntityKey PERSON = Snapshots.key("category:Person");
  private static final EntityKey STAFF = Snapshots.key("category:Staff");
  private static final EntityKey PHONE = Snapshots.key("property:Has_phone");

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
    upstream = GitHistory.bare(folder.resolve("staff.git"));
    category("Person", "A person", "");
    category("Group", "A group", "");
    category("Staff", "Who works here", "");
    phone("Phone");
    upstream.commit("base");
    workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    DraftSession draft = RealServices.done(workspace.startDraft("By keyboard"));
    RealServices.done(draft.setField(PERSON, "description", StringNode.valueOf("A human person")));
    RealServices.done(draft.delete(PHONE));
    RealServices.done(
        draft.setField(STAFF, "parents", JsonNodeFactory.instance.arrayNode().add("Group")));
    category("Person", "Somebody", "");
    phone("Telephone");
    upstream.delete("categories/Group.json").commit("upstream");
  }

  private void category(String id, String description, String more) {
    upstream.file(
        "categories/" + id + ".json",
        "{\n  \"id\": \"%s\",\n  \"label\": \"%s\",\n  \"description\": \"%s\"%s\n}\n"
            .formatted(id, id, description, more));
  }

  private void phone(String label) {
    upstream.file(
        "properties/Has_phone.json",
        ("{\n  \"id\": \"Has_phone\",\n  \"label\": \"%s\",\n  \"description\": \"d\",\n"
                + "  \"datatype\": \"Text\",\n  \"cardinality\": \"single\"\n}\n")
            .formatted(label));
  }

  @AfterEach
  void stop() {
    window.close();
    upstream.close();
  }

  @Test
  void atUsualSize() throws InterruptedException {
    decideAll("light-100");
  }

  @Test
  void atTwiceTheSizeInHighContrast() throws InterruptedException {
    window
        .services()
        .settings()
        .update(settings -> settings.withTheme(ThemeChoice.CONTRAST).withFontSteps(20));
    FxTest.settle();
    decideAll("contrast-200");
  }

  private void decideAll(String picture) throws InterruptedException {
    window.press(KeyCode.F5);
    until("the forecast", () -> left() == 3);
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
    until("the page", () -> onFx(() -> window.robot().lookup(".plan-rows").tryQuery().isPresent()));
    until("the focus", () -> window.hasFocus(".plan-rows"));
    take(picture);
    // Each decision hands the selection to the next row that is open.
    window.press(KeyCode.DIGIT1);
    until("the field", () -> left() == 2);
    window.press(KeyCode.DIGIT2);
    until("the entity", () -> left() == 1);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    until("the undo", () -> left() == 2);
    window.press(KeyCode.CONTROL, KeyCode.Y);
    until("the redo", () -> left() == 1);
    window.press(KeyCode.F8);
    window.press(KeyCode.DIGIT1);
    until("the broken rule", () -> left() == 0);
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    until(
        "the move",
        () -> workspace.effective().get().version().equals(workspace.canonical().get().version()));
    DraftOverlay moved = workspace.effective().get();
    assertThat(moved.document(PERSON).description()).contains("A human person");
    assertThat(moved.document(PHONE).label()).contains("Telephone");
    assertThat(moved.document(STAFF).get("parents")).hasToString("[]");
    assertThat(window.notices()).isEmpty();
  }

  private int left() {
    return workspace.forecast().get().map(now -> now.plan().conflicts().size()).orElse(-1);
  }

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    Waiting.until(what, holds::getAsBoolean);
    FxTest.settle();
  }

  private void take(String name) {
    BufferedImage image =
        onFx(() -> SwingFXUtils.fromFXImage(window.stage().getScene().snapshot(null), null));
    Path file = Path.of("target", "screenshots", "rebase-by-keyboard-" + name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException unwritable) {
      throw new AssertionError(unwritable);
    }
  }
}
