package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Whoever does something in the real window, by the mouse or by keys alone. */
abstract class Curator {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final int MOST_STOPS = 60;

  final RealWindow window;
  final Workspace workspace;
  final Hands hands;

  /** What a deed is done with; words are typed by both. */
  enum Hands {
    MOUSE,
    KEYS
  }

  Curator(RealWindow window, Workspace workspace, Hands hands) {
    this.window = window;
    this.workspace = workspace;
    this.hands = hands;
    window.robot().targetWindow(window.stage());
  }

  void open(EntityKey key) throws InterruptedException {
    onFx(() -> window.navigator().orElseThrow().openEntity(key));
    shown(key);
  }

  void shown(EntityKey key) throws InterruptedException {
    String label = label(key);
    until(
        "its form",
        () ->
            window.robot().lookup(".crumbs .medium-text").queryAllAs(Label.class).stream()
                    .anyMatch(crumb -> crumb.getText().equals(label) && isInFront(crumb))
                && node("#field-label .text-field").isPresent());
  }

  static boolean isInFront(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Goes where a property is added to the category in front. */
  void beginToAdd() throws InterruptedException {
    if (hands == Hands.MOUSE) {
      until("the table", () -> adders().findFirst().isPresent());
      window.robot().clickOn(adders().findFirst().orElseThrow());
    } else {
      tabTo("#table-property .item-list");
      window.press(KeyCode.INSERT);
    }
  }

  private Stream<Hyperlink> adders() {
    return window
        .robot()
        .lookup("#table-property .item-heading .hyperlink")
        .queryAllAs(Hyperlink.class)
        .stream()
        .filter(link -> link.isVisible() && isInFront(link));
  }

  Optional<Node> row(EntityKey key) {
    return cells(
        ".tree-cell",
        cell ->
            ((TreeCell<?>) cell).getItem() != null
                && String.valueOf(((TreeCell<?>) cell).getItem()).contains("key=" + key + ","));
  }

  Optional<Node> cells(String selector, Predicate<Node> wanted) {
    Collection<Node> all = window.robot().lookup(selector).queryAll();
    return all.stream().filter(Node::isVisible).filter(wanted).findFirst();
  }

  Optional<Node> node(String selector) {
    return window.robot().lookup(selector).queryAll().stream()
        .map(Node.class::cast)
        .filter(Curator::isInFront)
        .findFirst();
  }

  Optional<Window> dialog() {
    return Window.getWindows().stream()
        .filter(shown -> shown.isShowing() && shown.getScene().getRoot() instanceof DialogPane)
        .findFirst();
  }

  /** By the key that goes from stop to stop, as often as it takes. */
  void tabTo(String selector) throws InterruptedException {
    until("something to go to", () -> node(selector).isPresent());
    tabTo(node(selector).orElseThrow());
  }

  void tabTo(Node wanted) {
    for (int stop = 0; stop < MOST_STOPS && !onFx(wanted::isFocused); stop++) {
      window.press(KeyCode.TAB);
    }
    assertThat(onFx(wanted::isFocused)).as("reached by Tab: " + wanted).isTrue();
  }

  /** To an item of the menu that is open; it begins where the mouse lies, or at its first. */
  void downTo(String item) {
    for (int down = 0; down < MOST_STOPS && !isAt(item); down++) {
      window.press(KeyCode.DOWN);
    }
    assertThat(isAt(item)).as("reached by Down: " + item).isTrue();
  }

  private boolean isAt(String item) {
    return onFx(() -> menuItem(item).filter(at -> at.getParent().isFocused()).isPresent());
  }

  /** The item of an open menu that begins with these words; its key follows them. */
  Optional<Label> menuItem(String words) {
    return window.robot().lookup(".menu-item .label").queryAllAs(Label.class).stream()
        .filter(label -> label.getText().startsWith(words))
        .findFirst();
  }

  long referring(EntityKey key) {
    return effective().referencesTo(key).stream()
        .filter(reference -> reference.source().type() == EntityType.CATEGORY)
        .count();
  }

  String label(EntityKey key) {
    return effective().document(key).label().orElse(key.key());
  }

  DraftOverlay effective() {
    return workspace.effective().get();
  }

  void until(String what, BooleanSupplier holds) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (!onFx(holds::getAsBoolean)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            "gave up waiting for "
                + what
                + ", as "
                + picture()
                + " shows, with the focus on "
                + onFx(() -> String.valueOf(window.stage().getScene().getFocusOwner())));
      }
      Thread.sleep(LOOK_AGAIN);
    }
    FxTest.settle();
  }

  /** What the window showed when a deed did not come to its end. */
  private Path picture() {
    Path file = Path.of("target", "screenshots", "curator-tasks-" + hands + ".png");
    try {
      Window front = dialog().orElse(window.stage());
      PngWriter.write(onFx(() -> front.getScene().snapshot(null)), file);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return file;
  }
}
