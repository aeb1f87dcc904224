package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.ui.testing.FxTest;

/** What a curator clicks to move a draft, in a real window. */
record RebaseClicks(RealWindow window, Workspace workspace) {
  /** Fetches, opens the page from the state line, clicks what is asked, and moves the draft. */
  void move(String digit) throws InterruptedException {
    fetch();
    show();
    decideAll(digit);
    finish();
    assertThat(window.notices()).isEmpty();
  }

  /** Fetches with the key and waits for upstream's newer version. */
  void fetch() throws InterruptedException {
    String before = workspace.canonical().get().version().commit();
    window.press(KeyCode.F5);
    Waiting.until(
        "upstream's move", () -> !workspace.canonical().get().version().commit().equals(before));
  }

  /** Opens the page from the state line. */
  void show() throws InterruptedException {
    Waiting.until("the forecast", () -> workspace.forecast().get().isPresent());
    Waiting.until(
        "the way to it",
        () -> onFx(() -> window.robot().lookup("Show\u2026").tryQuery().isPresent()));
    window.robot().clickOn("Show\u2026");
    Waiting.until(
        "the page", () -> onFx(() -> window.robot().lookup("#move").tryQuery().isPresent()));
  }

  void decideAll(String digit) throws InterruptedException {
    while (open() > 0) {
      decide(digit);
    }
  }

  /** Clicks the choice with this digit, or the first that is offered, in the selected row. */
  void decide(String digit) throws InterruptedException {
    int left = open();
    Waiting.until("the choices", () -> isAtRest(digit));
    window.robot().clickOn(way(digit).orElseThrow());
    Waiting.until("the decision", () -> open() != left);
    FxTest.settle();
  }

  /** Moves the draft. */
  void finish() throws InterruptedException {
    Waiting.until(
        "the button", () -> !onFx(() -> window.robot().lookup("#move").queryButton().isDisabled()));
    window.robot().clickOn("#move");
    Waiting.until(
        "the move",
        () -> workspace.effective().get().version().equals(workspace.canonical().get().version()));
  }

  /** How many conflicts are open. */
  int open() {
    return workspace.forecast().get().map(found -> found.plan().conflicts().size()).orElse(0);
  }

  /** What a new forecast is about to replace is no place to click on. */
  private boolean isAtRest(String digit) {
    Optional<Node> found = way(digit);
    FxTest.settle();
    return found.isPresent()
        && onFx(() -> found.get().getScene() != null)
        && found.equals(way(digit));
  }

  private Optional<Node> way(String digit) {
    List<Node> ways =
        window.robot().lookup(".ways .way").queryAll().stream()
            .filter(node -> node.isVisible() && !node.isDisabled())
            .map(Node.class::cast)
            .toList();
    return ways.stream()
        .filter(way -> way.lookupAll(".key-cap").stream().anyMatch(cap -> says(cap, digit)))
        .findFirst()
        .or(() -> ways.stream().findFirst());
  }

  private static boolean says(Node node, String text) {
    return node instanceof Label label && label.getText().equals(text);
  }
}
