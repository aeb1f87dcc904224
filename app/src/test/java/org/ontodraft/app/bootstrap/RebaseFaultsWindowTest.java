package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
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
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.testing.Snapshots;
import tools.jackson.databind.node.StringNode;

/** What happens to a rebase under way when upstream, or what it holds, is not as one would like. */
@ExtendWith(FxTest.class)
class RebaseFaultsWindowTest {
  private static final EntityKey A = Snapshots.key("category:A");
  private static final EntityKey B = Snapshots.key("category:B");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private Workspace workspace;

  @SuppressWarnings("NullAway.Init")
  private DraftSession draft;

  @SuppressWarnings("NullAway.Init")
  private RebaseClicks clicks;

  @BeforeEach
  void start() throws InterruptedException {
    window = new RealWindow(folder);
    upstream = GitHistory.bare(folder.resolve("garden.git"));
    labels("base", "A", "B");
    workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    draft = RealServices.done(workspace.startDraft("Mine"));
    clicks = new RebaseClicks(window, workspace);
  }

  @AfterEach
  void stop() {
    window.close();
    upstream.close();
  }

  private void labels(String message, String a, String b) {
    upstream.file("categories/A.json", category("A", a));
    upstream.file("categories/B.json", category("B", b));
    upstream.commit(message);
  }

  private static String category(String id, String label) {
    return "{\n  \"id\": \"%s\",\n  \"label\": \"%s\",\n  \"description\": \"d\"\n}\n"
        .formatted(id, label);
  }

  private void label(EntityKey key, String label) {
    RealServices.done(draft.setField(key, "label", StringNode.valueOf(label)));
  }

  private String labelOf(EntityKey key) {
    return workspace.effective().get().document(key).label().orElse("");
  }

  /** Both entities are in conflict, the first one is decided for the draft. */
  private void decideHalf() throws InterruptedException {
    label(A, "mine A");
    label(B, "mine B");
    labels("upstream", "their A", "their B");
    clicks.fetch();
    clicks.show();
    assertThat(clicks.open()).isEqualTo(2);
    clicks.decide("1");
    assertThat(clicks.open()).isEqualTo(1);
  }

  /** What is read, and what a screen reader says: marked words are texts of their own. */
  private List<String> shownTexts() {
    return onFx(() ->
        window.robot().lookup(".root").query().lookupAll("*").stream()
            .filter(node -> node.isVisible() && node.getScene() != null)
            .flatMap(node -> Stream.of(textOf(node), String.valueOf(node.getAccessibleText())))
            .toList());
  }

  private static String textOf(Node node) {
    return switch (node) {
      case Labeled labeled -> String.valueOf(labeled.getText());
      case Text text -> text.getText();
      default -> "";
    };
  }

  private void waitForText(String part) throws InterruptedException {
    Waiting.until(
        "\u201c" + part + "\u201d on screen",
        () -> shownTexts().stream().anyMatch(text -> text.contains(part)));
  }

  @Test
  void upstream_goes_offline_in_the_middle() throws InterruptedException, IOException {
    decideHalf();
    Path away = folder.resolve("away.git");
    Files.move(upstream.folder(), away);

    window.press(KeyCode.F5);
    Waiting.until("the failure", () -> workspace.sync().get().failure() != null);
    waitForText("Upstream not reached");
    assertThat(clicks.open()).as("nothing decided is lost").isEqualTo(1);
    clicks.decideAll("2");
    clicks.finish();

    assertThat(labelOf(A)).isEqualTo("mine A");
    assertThat(labelOf(B)).isEqualTo("their B");
    Files.move(away, upstream.folder());
    window.press(KeyCode.F5);
    Waiting.until("upstream", () -> workspace.sync().get().failure() == null);
  }

  @Test
  void upstream_moves_again_while_conflicts_are_open() throws InterruptedException {
    decideHalf();

    labels("again", "their A", "their second B");
    clicks.fetch();
    waitForText("their second B");

    assertThat(clicks.open()).as("what was decided about the same values").isEqualTo(1);
    clicks.decideAll("2");
    clicks.finish();
    assertThat(labelOf(A)).isEqualTo("mine A");
    assertThat(labelOf(B)).isEqualTo("their second B");
  }

  @Test
  void upstream_moves_in_what_was_decided() throws InterruptedException {
    decideHalf();

    labels("again", "their second A", "their B");
    clicks.fetch();
    Waiting.until("the question again", () -> clicks.open() == 2);
    waitForText("their second A");
    clicks.decideAll("2");
    clicks.finish();

    assertThat(labelOf(A)).isEqualTo("their second A");
  }

  @Test
  void history_is_rewritten_while_conflicts_are_open() throws InterruptedException {
    decideHalf();

    upstream.orphan();
    labels("rewritten", "their A", "their B");
    window.press(KeyCode.F5);
    Waiting.until(
        "the question",
        () -> window.notices().stream().map(Notice::code).anyMatch("SYNC-01"::equals));
    assertThat(clicks.open()).as("nothing has moved").isEqualTo(1);
    Notice asked = window.notices().getFirst();
    String before = workspace.canonical().get().version().commit();
    onFx(() -> asked.choices().getLast().run().run());
    Waiting.until("the move", () -> !workspace.canonical().get().version().commit().equals(before));
    Waiting.until("the forecast", () -> clicks.open() == 1);
    clicks.decideAll("2");
    clicks.finish();

    assertThat(labelOf(A)).isEqualTo("mine A");
    assertThat(labelOf(B)).isEqualTo("their B");
  }

  @Test
  void the_default_branch_gets_another_name() throws InterruptedException {
    decideHalf();

    upstream.on("trunk");
    upstream.file("categories/C.json", category("C", "C"));
    upstream.commit("on the trunk");
    upstream.head("trunk");
    clicks.fetch();

    assertThat(workspace.canonical().get().version().branch()).isEqualTo("trunk");
    Waiting.until("the forecast", () -> clicks.open() == 1);
    clicks.decideAll("2");
    clicks.finish();
    assertThat(labelOf(A)).isEqualTo("mine A");
  }

  @Test
  void a_value_of_a_megabyte() throws InterruptedException {
    String large = "Mighty oaks from little acorns grow. ".repeat(28_400);
    RealServices.done(draft.setField(A, "description", StringNode.valueOf(large)));
    upstream.file("categories/A.json", category("A", "A").replace("\"d\"", "\"theirs\""));
    upstream.commit("upstream");

    clicks.move("1");

    assertThat(workspace.effective().get().document(A).description()).contains(large);
  }

  @Test
  void control_and_right_to_left_characters() throws InterruptedException {
    String odd = "abc\u202Edef\u0007 \u05E9\u05DC\u05D5\u05DD";
    label(A, odd);
    labels("upstream", "their \u200BA", "B");
    clicks.fetch();
    clicks.show();

    waitForText("<U+202E>");
    waitForText("<U+0007>");
    waitForText("<U+200B>");
    clicks.decideAll("1");
    clicks.finish();
    assertThat(labelOf(A)).isEqualTo(odd);
  }

  @Test
  void an_entity_that_became_unreadable_upstream() throws InterruptedException {
    label(A, "mine A");
    upstream.file("categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \n");
    upstream.commit("broken");
    clicks.fetch();
    clicks.show();

    waitForText("categories/A.json");
    assertThat(labelOf(A)).isEqualTo("mine A");
    upstream.file("categories/A.json", category("A", "A"));
    upstream.commit("mended");
    clicks.fetch();
    Waiting.until("no conflict", () -> clicks.open() == 0);
    clicks.finish();
    assertThat(labelOf(A)).isEqualTo("mine A");
  }
}
