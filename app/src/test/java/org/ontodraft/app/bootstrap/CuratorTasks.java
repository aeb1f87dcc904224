package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.validation.Finding;

/**
 * What a curator does in a day, in the real window over any ontology: by the mouse, or by keys
 * alone. Each deed ends when the ontology says that it is done.
 */
final class CuratorTasks extends Curator {
  private static final String SAVE_AS_SVG = "Save as SVG\u2026";

  CuratorTasks(RealWindow window, Workspace workspace, Hands hands) {
    super(window, workspace, hands);
  }

  /** A category with a parent and with categories below it that inherit from nobody else. */
  EntityKey category() {
    return effective().entities(EntityType.CATEGORY).stream()
        .map(EntitySummary::key)
        .filter(key -> effective().document(key).texts("parents").size() == 1)
        .filter(key ->
            effective().referencesTo(key).stream()
                .anyMatch(reference -> reference.pointer().startsWith("/parents")))
        .findFirst()
        .orElseThrow();
  }

  /** Three ways: the filter of the tree, the palette, and the way above it or its graph. */
  void find(EntityKey key) throws InterruptedException {
    if (hands == Hands.MOUSE) {
      window.robot().clickOn("#filter");
    } else {
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    }
    window.robot().write(key.key());
    until("its row", () -> row(key).isPresent());
    if (hands == Hands.MOUSE) {
      window.robot().doubleClickOn(row(key).orElseThrow());
    } else {
      window.press(KeyCode.DOWN);
      window.press(KeyCode.ENTER);
    }
    shown(key);
    if (hands == Hands.MOUSE) {
      window.robot().clickOn("#clear");
    } else {
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
      window.press(KeyCode.CONTROL, KeyCode.A);
      window.press(KeyCode.BACK_SPACE);
    }
    window.command("tab.close");

    if (hands == Hands.MOUSE) {
      window.robot().clickOn("View").clickOn("Go to anything\u2026");
    } else {
      window.press(KeyCode.CONTROL, KeyCode.P);
    }
    until("the palette", () -> node("#palette-field").isPresent());
    window.robot().write(key.key());
    until("the hit", () -> hit(key).isPresent());
    if (hands == Hands.MOUSE) {
      window.robot().clickOn(hit(key).orElseThrow());
    } else {
      window.press(KeyCode.ENTER);
    }
    shown(key);

    if (hands == Hands.MOUSE) {
      EntityKey parent =
          EntityKey.of(EntityType.CATEGORY, effective().document(key).texts("parents").getFirst());
      window.robot().clickOn(crumb(label(parent)));
      shown(parent);
    } else {
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
      until("the graph", () -> focusedName().contains(", category"));
      window.press(KeyCode.ENTER);
      shown(key);
    }
  }

  /** Adds a property to a category and sees who is affected; returns the property. */
  EntityKey addProperty(EntityKey category) throws InterruptedException {
    EntityKey property =
        effective().entities(EntityType.PROPERTY).stream()
            .map(EntitySummary::key)
            .filter(key -> !effective().hierarchy().requirements(category).containsKey(key))
            .findFirst()
            .orElseThrow();
    open(category);
    beginToAdd();
    window.robot().write(property.key());
    window.press(KeyCode.ENTER);
    until(
        "the property",
        () ->
            Stream.of("required_properties", "optional_properties")
                .anyMatch(
                    list -> effective().document(category).texts(list).contains(property.key())));
    assertThat(effective().effects()).isNotEmpty();
    if (hands == Hands.MOUSE) {
      window.robot().clickOn("#explorer-affected");
    } else {
      tabTo("#explorer-affected");
      window.press(KeyCode.SPACE);
    }
    EntityKey below = effective().effects().getFirst().category();
    until("who is affected", () -> row(below).isPresent());
    onFx(((ToggleButton) node("#explorer-affected").orElseThrow())::fire);
    return property;
  }

  /** Types another label, then takes that one field back. */
  void revertField(EntityKey key) throws InterruptedException {
    open(key);
    TextInputControl label = (TextInputControl) node("#field-label .text-field").orElseThrow();
    onFx(label::requestFocus);
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.robot().write("Quite another name");
    window.press(KeyCode.ENTER);
    until("the label", () -> label(key).equals("Quite another name"));
    if (hands == Hands.MOUSE) {
      until("the way back", () -> link("#field-label", "Revert").isPresent());
      window.robot().clickOn(link("#field-label", "Revert").orElseThrow());
    } else {
      window.press(KeyCode.CONTROL, KeyCode.Z);
    }
    until("the label before", () -> !label(key).equals("Quite another name"));
  }

  /** Takes the oldest step of the draft back, whatever was done after it. */
  void takeOldestStepBack() throws InterruptedException {
    if (hands == Hands.MOUSE) {
      window.robot().clickOn("Edit").clickOn("Steps of the draft");
    } else {
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    }
    until("the steps", () -> node("#steps-list").isPresent());
    ListView<?> steps = (ListView<?>) node("#steps-list").orElseThrow();
    until("what was done", () -> !steps.getItems().isEmpty());
    if (hands == Hands.MOUSE) {
      window.robot().clickOn(cells("#steps-list .list-cell", this::isLastStep).orElseThrow());
      window.robot().clickOn("#steps-take-back");
    } else {
      tabTo("#steps-list");
      window.press(KeyCode.END);
      window.press(KeyCode.DELETE);
    }
    // What was done after it to the same entity goes with it, and is named before.
    until("the question", () -> dialog().isPresent());
    window.robot().targetWindow(dialog().orElseThrow());
    Button yes =
        onFx(() -> dialog().orElseThrow().getScene().getRoot().lookupAll(".button")).stream()
            .map(Button.class::cast)
            .filter(button -> button.getText().startsWith("Take"))
            .findFirst()
            .orElseThrow();
    if (hands == Hands.MOUSE) {
      window.robot().clickOn(yes);
    } else {
      tabTo(yes);
      window.press(KeyCode.SPACE);
    }
    window.robot().targetWindow(window.stage());
  }

  private boolean isLastStep(Node cell) {
    ListCell<?> step = (ListCell<?>) cell;
    return !step.isEmpty() && step.getIndex() == step.getListView().getItems().size() - 1;
  }

  /** Deletes what others refer to, then mends all findings of that kind at once. */
  void fixAllOfAKind() throws InterruptedException {
    EntityKey used =
        effective().entities(EntityType.PROPERTY).stream()
            .map(EntitySummary::key)
            .filter(key -> effective().status(key) == EntityStatus.UNCHANGED)
            .filter(key -> referring(key) >= 2 && referring(key) < 40)
            .findFirst()
            .orElseThrow();
    RealServices.done(workspace.draft().get().orElseThrow().delete(used));
    until("the findings", () -> dangling() >= 2);
    long before = dangling();
    if (hands == Hands.MOUSE) {
      window.command("view.problems");
    } else {
      window.press(KeyCode.CONTROL, KeyCode.J);
    }
    until("the list", () -> problem().isPresent());
    if (hands == Hands.MOUSE) {
      window.robot().clickOn(problem().orElseThrow());
      until("the button", () -> node("#fixAll").filter(Node::isVisible).isPresent());
      window.robot().clickOn("#fixAll");
    } else {
      tabTo("#table");
      window.press(KeyCode.HOME);
      window.press(KeyCode.SHIFT, KeyCode.ALT, KeyCode.ENTER);
    }
    // Alike are those of one rule in one field; others of the rule are another kind.
    until("fewer findings by more than one", () -> dangling() < before - 1);
    window.press(KeyCode.CONTROL, KeyCode.J);
  }

  /** Saves the graph of an entity. */
  void exportGraph(EntityKey key, Path file) throws InterruptedException {
    window.choosers().choose(file);
    open(key);
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
    until("the graph", () -> node(".graph-node").isPresent());
    until("its bar", () -> node("#graph-export").or(() -> node("#graph-more")).isPresent());
    Node export = node("#graph-export").or(() -> node("#graph-more")).orElseThrow();
    if (hands == Hands.MOUSE) {
      window.robot().clickOn(export).clickOn(SAVE_AS_SVG);
    } else {
      tabTo(export);
      window.press(KeyCode.SPACE);
      until("its menu", ((MenuButton) export)::isShowing);
      downTo(SAVE_AS_SVG);
      window.press(KeyCode.ENTER);
    }
    until("the file", () -> Files.exists(file));
  }

  private Node crumb(String label) {
    return window.robot().lookup(".crumb").queryAllAs(Hyperlink.class).stream()
        .filter(link -> link.getText().equals(label) && isInFront(link))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Hyperlink> link(String field, String text) {
    return window.robot().lookup(field + " .hyperlink").queryAllAs(Hyperlink.class).stream()
        .filter(link -> link.getText().equals(text) && isInFront(link))
        .findFirst();
  }

  private Optional<Node> hit(EntityKey key) {
    return cells(
        ".palette .list-cell",
        cell -> String.valueOf(((ListCell<?>) cell).getItem()).contains("key=" + key + ","));
  }

  private Optional<Node> problem() {
    return cells(".problems .table-row-cell", cell -> ((TableRow<?>) cell).getItem() != null);
  }

  private String focusedName() {
    Node owner = window.stage().getScene().getFocusOwner();
    return owner == null ? "" : String.valueOf(owner.getAccessibleText());
  }

  private long dangling() {
    List<Finding> findings = workspace.findings().get();
    return findings.stream().filter(each -> each.rule().equals("deleted-reference")).count();
  }
}
