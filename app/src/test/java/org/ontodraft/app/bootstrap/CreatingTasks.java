package org.ontodraft.app.bootstrap;

import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.Comparator;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;

/** What a curator does through dialogs: entities that were not there, and other keys. */
final class CreatingTasks extends Curator {
  private static final int PLACES = 20;
  private static final String NEW_BELOW = "New below";

  CreatingTasks(RealWindow window, Workspace workspace, Hands hands) {
    super(window, workspace, hands);
  }

  /** Creates a category below another and, from its table, a property that it misses. */
  EntityKey createWithItsProperty(EntityKey parent) throws InterruptedException {
    EntityKey category = EntityKey.of(EntityType.CATEGORY, "Quizzical_xylograph");
    EntityKey property = EntityKey.of(EntityType.PROPERTY, "Has_quizzical_hue");
    filter(parent.key());
    until("its row", () -> row(parent).isPresent());
    if (hands == Hands.MOUSE) {
      window.robot().rightClickOn(row(parent).orElseThrow());
      until("its menu", () -> menuItem(NEW_BELOW).isPresent());
      window.robot().clickOn(menuItem(NEW_BELOW).orElseThrow());
    } else {
      window.press(KeyCode.DOWN);
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    }
    fillIn(category.key());
    press("Create");
    until("the category", () -> effective().exists(category));
    shown(category);
    filter("");

    beginToAdd();
    window.robot().write(property.key());
    takeOffer("Create property");
    fillIn("");
    choose("#field-datatype .combo-box", "Boolean");
    choose("#field-cardinality .combo-box", "single");
    press("Create");
    until("the property", () -> effective().exists(property));
    until("its use", () -> effective().hierarchy().requirements(category).containsKey(property));
    return category;
  }

  /** Gives a property that is used about twenty times another key. */
  void renameUsed(EntityKey notBy) throws InterruptedException {
    EntityKey used =
        effective().entities(EntityType.PROPERTY).stream()
            .map(EntitySummary::key)
            .filter(key -> !effective().hierarchy().requirements(notBy).containsKey(key))
            .min(Comparator.comparingLong(key -> Math.abs(referring(key) - PLACES)))
            .orElseThrow();
    EntityKey renamed = EntityKey.of(EntityType.PROPERTY, used.key() + "_renamed");
    long places = referring(used);
    open(used);
    if (hands == Hands.MOUSE) {
      window.robot().clickOn("Edit").clickOn("Rename\u2026");
    } else {
      window.press(KeyCode.F2);
    }
    awaitDialog("#refactoring-preview");
    window.robot().write(renamed.key());
    press("Rename");
    until("the other key", () -> effective().exists(renamed));
    until("all its places", () -> referring(renamed) == places && referring(used) == 0);
  }

  private void filter(String words) {
    if (hands == Hands.MOUSE) {
      window.robot().clickOn("#filter");
    } else {
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    }
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.press(KeyCode.BACK_SPACE);
    window.robot().write(words);
  }

  /** Types a key where there is none yet, and a description. */
  private void fillIn(String key) throws InterruptedException {
    awaitDialog("#field-description .text-input");
    window.robot().write(key);
    Node description = inDialog("#field-description .text-input").orElseThrow();
    if (hands == Hands.MOUSE) {
      window.robot().clickOn(description);
    } else {
      tabTo(description);
    }
    window.robot().write("Of no use but here");
  }

  private void choose(String selector, String value) throws InterruptedException {
    ComboBox<?> choice = (ComboBox<?>) inDialog(selector).orElseThrow();
    if (hands == Hands.MOUSE) {
      window.robot().clickOn(choice);
      until("the choices", () -> offer(value).isPresent());
      window.robot().clickOn(offer(value).orElseThrow());
    } else {
      tabTo(choice);
      while (!onFx(() -> choice.getButtonCell().getText()).startsWith(value)) {
        window.press(KeyCode.DOWN);
      }
    }
  }

  private void awaitDialog(String with) throws InterruptedException {
    until("the dialog", () -> inDialog(with).isPresent() && dialog().orElseThrow().isFocused());
    window.robot().targetWindow(dialog().orElseThrow());
  }

  private Optional<Node> inDialog(String selector) {
    return dialog().map(open -> open.getScene().getRoot().lookup(selector));
  }

  /** The button of the dialog, which is gone afterwards. */
  private void press(String words) throws InterruptedException {
    until("what can be done: " + words, () -> button(words).isPresent());
    Button button = button(words).orElseThrow();
    if (hands == Hands.MOUSE) {
      window.robot().clickOn(button);
    } else {
      tabTo(button);
      window.press(KeyCode.SPACE);
    }
    until("the end of the dialog", () -> dialog().isEmpty());
    window.robot().targetWindow(window.stage());
  }

  private Optional<Button> button(String words) {
    return dialog().stream()
        .flatMap(open -> open.getScene().getRoot().lookupAll(".button").stream())
        .map(Button.class::cast)
        .filter(button -> button.getText().equals(words) && !button.isDisabled())
        .findFirst();
  }

  /** What is offered last, below what there is. */
  private void takeOffer(String words) throws InterruptedException {
    until("what is offered", () -> offer(words).isPresent());
    if (hands == Hands.MOUSE) {
      window.robot().clickOn(offer(words).orElseThrow());
    } else {
      while (!onFx(() -> offer(words).orElseThrow().isSelected())) {
        window.press(KeyCode.DOWN);
      }
      window.press(KeyCode.ENTER);
    }
  }

  private static Optional<ListCell<?>> offer(String words) {
    return Window.getWindows().stream()
        .filter(open -> open instanceof PopupWindow && open.isShowing())
        .flatMap(open -> open.getScene().getRoot().lookupAll(".list-cell").stream())
        .filter(ListCell.class::isInstance)
        .<ListCell<?>>map(cell -> (ListCell<?>) cell)
        .filter(cell -> cell.getText() != null && cell.getText().startsWith(words))
        .findFirst();
  }
}
