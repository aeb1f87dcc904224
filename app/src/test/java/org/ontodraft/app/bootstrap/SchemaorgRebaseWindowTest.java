package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
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
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import tools.jackson.databind.node.StringNode;

/** A draft of 200 changes made on schema.org 28.0, moved to 29.0 in the window. */
@ExtendWith(FxTest.class)
class SchemaorgRebaseWindowTest {
  private static final int CHANGES = 200;

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  private Path upstream;

  @BeforeEach
  void start() {
    Path bundle = Path.of("..", "..", "shared", "ontologies", "schemaorg.bundle");
    assumeTrue(Files.exists(bundle), "the schema.org repository is not beside the checkout");
    upstream = folder.resolve("schemaorg.git");
    GitCommand.in(folder)
        .run("clone", "-q", "--bare", bundle.toAbsolutePath().toString(), upstream.toString());
    GitCommand.in(upstream).run("remote", "remove", "origin");
    GitCommand.in(upstream).run("update-ref", "refs/heads/main", "v28.0");
    window = new RealWindow(folder);
  }

  @AfterEach
  void stop() {
    if (window != null) {
      window.close();
    }
  }

  /** What 29.0 changes first, so that something is asked; then whatever comes. */
  private List<EntityKey> chosen(Workspace workspace) {
    Set<EntityKey> keys = new LinkedHashSet<>();
    GitCommand.in(upstream)
        .run("diff", "--name-only", "--diff-filter=M", "v28.0", "v29.0")
        .lines()
        .map(path -> path.replaceAll("\\.json$", "").split("/", 2))
        .forEach(parts ->
            EntityType.ofFolder(parts[0])
                .map(type -> EntityKey.of(type, parts[1]))
                .filter(workspace.canonical().get()::exists)
                .ifPresent(keys::add));
    workspace.canonical().get().entities(EntityType.CATEGORY).stream()
        .map(EntitySummary::key)
        .limit(CHANGES)
        .forEach(keys::add);
    return new ArrayList<>(keys).subList(0, CHANGES);
  }

  @Test
  void twoHundredChangesMove() throws InterruptedException {
    Workspace workspace = window.open(new OpenRequest.Folder(upstream));
    DraftSession draft = RealServices.done(workspace.startDraft("Two hundred descriptions"));
    List<EntityKey> keys = chosen(workspace);
    for (EntityKey key : keys) {
      RealServices.done(
          draft.setField(key, "description", StringNode.valueOf("Mine: " + key.key())));
    }

    GitCommand.in(upstream).run("update-ref", "refs/heads/main", "v29.0");
    window.press(KeyCode.F5);
    Waiting.until("the forecast", () -> workspace.forecast().get().isPresent());
    int asked = workspace.forecast().get().orElseThrow().plan().conflicts().size();
    assertThat(asked).isPositive();
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
    Waiting.until("the page", () -> window.robot().lookup(".plan-rows").tryQuery().isPresent());
    FxTest.settle();
    take(ThemeChoice.LIGHT);
    take(ThemeChoice.DARK);
    Waiting.until("the focus", () -> window.hasFocus(".plan-rows"));

    window.press(KeyCode.DIGIT2);
    Waiting.until("a decision", () -> left(workspace) == asked - 1);
    onFx(() -> takeMineForAll(window.robot().lookup("#several").queryAs(MenuButton.class)));
    Waiting.until("all decisions", () -> left(workspace) == 0);
    window.robot().clickOn("#move");
    Waiting.until(
        "the move",
        () -> workspace.effective().get().version().equals(workspace.canonical().get().version()));

    DraftOverlay moved = workspace.effective().get();
    assertThat(moved.changes()).hasSize(CHANGES - 1);
    assertThat(keys.stream().filter(key -> moved.change(key).isPresent()))
        .allSatisfy(
            key -> assertThat(moved.document(key).description()).contains("Mine: " + key.key()));
    assertThat(window.notices()).isEmpty();
  }

  /** Its last entry is about everything; "Mine" is written in other places of the page as well. */
  private static void takeMineForAll(MenuButton several) {
    several.show();
    Menu everything = (Menu) several.getItems().getLast();
    everything.getItems().getFirst().fire();
    several.hide();
  }

  private static int left(Workspace workspace) {
    return workspace.forecast().get().map(now -> now.plan().conflicts().size()).orElse(-1);
  }

  private void take(ThemeChoice theme) {
    window.services().settings().update(settings -> settings.withTheme(theme));
    FxTest.settle();
    BufferedImage image =
        onFx(() -> SwingFXUtils.fromFXImage(window.stage().getScene().snapshot(null), null));
    Path file =
        Path.of(
            "target",
            "screenshots",
            "schemaorg-rebase-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException unwritable) {
      throw new AssertionError(unwritable);
    }
  }
}
