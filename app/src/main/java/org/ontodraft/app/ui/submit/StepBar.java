package org.ontodraft.app.ui.submit;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The five steps beside each other; a press goes to one. */
final class StepBar extends FlowPane {
  private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");

  private final Texts texts;
  private final Consumer<WizardStep> go;

  StepBar(Texts texts, Consumer<WizardStep> go) {
    this.texts = texts;
    this.go = go;
    getStyleClass().add("wizard-steps");
    // In two lines where the page is narrow.
    setMinWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
    setAccessibleText(texts.get("submit.wizard"));
  }

  /**
   * Shows where one is.
   *
   * @param furthest the last step that can be gone to
   */
  void show(WizardStep present, WizardStep furthest) {
    getChildren().clear();
    for (WizardStep step : WizardStep.values()) {
      if (!step.first()) {
        Region line = new Region();
        line.getStyleClass().add("wizard-line");
        getChildren().add(line);
      }
      String name = texts.get("submit.wizard." + step.name().toLowerCase(Locale.ROOT));
      Button button = new Button(name);
      button.getStyleClass().addAll("flat", "wizard-step");
      button.setMinWidth(USE_PREF_SIZE);
      boolean done = step.compareTo(present) < 0;
      Label number = new Label(String.valueOf(step.ordinal() + 1));
      number.getStyleClass().add("wizard-number");
      button.setGraphic(done ? new Icon(Glyph.DONE, "done") : number);
      button.setAccessibleText(
          texts.get(
              step == present
                  ? "submit.wizard.spoken.present"
                  : done ? "submit.wizard.spoken.done" : "submit.wizard.spoken.later",
              step.ordinal() + 1,
              name));
      button.pseudoClassStateChanged(PRESENT, step == present);
      button.setDisable(step.compareTo(furthest) > 0);
      button.setOnAction(event -> {
        go.accept(step);
        // The buttons were made anew, so the keys would go elsewhere from here.
        focusPresent();
      });
      getChildren().add(button);
    }
  }

  private void focusPresent() {
    getChildren().stream()
        .filter(node -> node.getPseudoClassStates().contains(PRESENT))
        .findFirst()
        .ifPresent(Node::requestFocus);
  }
}
