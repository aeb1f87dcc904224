package org.ontodraft.app.ui.submit;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
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
  private final Map<WizardStep, Place> places = new EnumMap<>(WizardStep.class);

  /** A step: its button, with its number before it is done and a tick afterwards. */
  private record Place(Button button, String name, Label number, Icon done) {}

  StepBar(Texts texts, Consumer<WizardStep> go) {
    this.texts = texts;
    getStyleClass().add("wizard-steps");
    // In two lines where the page is narrow.
    setMinWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
    setAccessibleText(texts.get("submit.wizard"));
    for (WizardStep step : WizardStep.values()) {
      if (!step.first()) {
        Region line = new Region();
        line.getStyleClass().add("wizard-line");
        getChildren().add(line);
      }
      Place place = place(step);
      place.button().setOnAction(event -> go.accept(step));
      places.put(step, place);
      getChildren().add(place.button());
    }
  }

  private Place place(WizardStep step) {
    String name = texts.get("submit.wizard." + step.name().toLowerCase(Locale.ROOT));
    Button button = new Button(name);
    button.getStyleClass().addAll("flat", "wizard-step");
    button.setMinWidth(USE_PREF_SIZE);
    Label number = new Label(String.valueOf(step.ordinal() + 1));
    number.getStyleClass().add("wizard-number");
    return new Place(button, name, number, new Icon(Glyph.DONE, "done"));
  }

  /**
   * Shows where one is.
   *
   * @param furthest the last step that can be gone to
   */
  void show(WizardStep present, WizardStep furthest) {
    places.forEach((step, place) -> {
      boolean done = step.compareTo(present) < 0;
      Button button = place.button();
      button.setGraphic(done ? place.done() : place.number());
      button.setAccessibleText(
          texts.get(
              step == present
                  ? "submit.wizard.spoken.present"
                  : done ? "submit.wizard.spoken.done" : "submit.wizard.spoken.later",
              step.ordinal() + 1,
              place.name()));
      button.pseudoClassStateChanged(PRESENT, step == present);
      button.setDisable(step.compareTo(furthest) > 0);
    });
  }
}
