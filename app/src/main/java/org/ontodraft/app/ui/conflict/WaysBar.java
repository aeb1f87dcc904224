package org.ontodraft.app.ui.conflict;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.KeyCap;
import org.ontodraft.model.merge.Resolution;

/** The choices of a row, each with its digit; one that cannot be taken says why. */
final class WaysBar extends FlowPane {
  private final Texts texts;
  private final WayTexts names;
  private final PlanActions actions;

  WaysBar(Texts texts, PlanRow row, PlanActions actions) {
    this.texts = texts;
    this.names = new WayTexts(texts);
    this.actions = actions;
    getStyleClass().add("ways");
    if (row instanceof PlanRow.Broken broken) {
      int digit = 1;
      for (Resolution way : broken.ways()) {
        add(digit++, names.sentence(way), () -> actions.take(way));
      }
      if (broken.ways().isEmpty()) {
        getChildren().add(new Label(texts.get("rebase.way.none")));
      }
    }
    row.offered().forEach(way -> add(row, way));
    if (row.isDecided()) {
      add(Way.RESET, texts.get("rebase.way.reset"), () -> actions.reset(row));
    }
  }

  private void add(PlanRow row, Way way) {
    Button button = add(way.digit(), names.of(row, way), () -> actions.take(row, way));
    button.setDisable(!way.canBeTaken());
  }

  private Button add(int digit, String text, Runnable run) {
    Button button = new Button(text, new KeyCap(Integer.toString(digit)));
    button.getStyleClass().add("way");
    button.setOnAction(event -> run.run());
    getChildren().add(button);
    return button;
  }
}
