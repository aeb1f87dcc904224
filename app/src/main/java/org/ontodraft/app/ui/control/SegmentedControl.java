package org.ontodraft.app.ui.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice of one among a few, side by side. Left and Right move it. */
public final class SegmentedControl<T> extends HBox {
  private final ObjectProperty<T> value;
  private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

  /**
   * A control with these choices, the first one chosen.
   *
   * @param name what is chosen, for screen readers
   * @param label the text of a choice
   */
  public SegmentedControl(String name, List<T> choices, Function<T, String> label) {
    value = new SimpleObjectProperty<>(choices.getFirst());
    getStyleClass().add("segmented");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText(name);
    ToggleGroup group = new ToggleGroup();
    for (T choice : choices) {
      ToggleButton button = new ToggleButton(label.apply(choice));
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      button.setSelected(choice.equals(value.get()));
      button.setAccessibleText(name + ": " + label.apply(choice));
      // A second press must not leave nothing chosen; arrow keys choose without an action.
      button.setOnAction(event -> button.setSelected(true));
      button
          .selectedProperty()
          .subscribe(selected -> {
            if (selected) {
              value.set(choice);
            }
          });
      buttons.put(choice, button);
      getChildren().add(button);
    }
    getChildren().getFirst().getStyleClass().add("first");
    getChildren().getLast().getStyleClass().add("last");
    value.subscribe((before, now) -> {
      ToggleButton button = buttons.get(now);
      if (button != null) {
        button.setSelected(true);
      }
    });
  }

  /** What is chosen. */
  public ObjectProperty<T> value() {
    return value;
  }
}
