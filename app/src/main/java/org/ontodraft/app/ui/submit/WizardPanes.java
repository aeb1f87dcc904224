package org.ontodraft.app.ui.submit;

import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.ontodraft.app.ui.common.Texts;

/** Shows the pane of the present step, and the buttons that lead on from it. */
final class WizardPanes {
  /** The buttons below the panes. */
  record Buttons(Button back, Button next, Button send) {}

  private final SubmitViewModel viewModel;
  private final Map<WizardStep, Pane> panes;
  private final Buttons buttons;
  private final StepBar bar;

  WizardPanes(
      SubmitViewModel viewModel,
      Texts texts,
      HBox place,
      Map<WizardStep, Pane> panes,
      Buttons buttons) {
    this.viewModel = viewModel;
    this.panes = panes;
    this.buttons = buttons;
    this.bar = new StepBar(texts, viewModel::go);
    place.getChildren().setAll(bar);
    viewModel.step().subscribe(this::show);
    viewModel
        .sending()
        .sent()
        .subscribe(sent -> bar.show(viewModel.step().get(), viewModel.furthest()));
    buttons.back().setOnAction(event -> viewModel.back());
    buttons.next().setOnAction(event -> viewModel.next());
  }

  private void show(WizardStep present) {
    panes.forEach((step, pane) -> {
      pane.setVisible(step == present);
      pane.setManaged(step == present);
    });
    boolean sends = present == WizardStep.SUBMIT;
    boolean goesOn = present.compareTo(WizardStep.SUBMIT) < 0;
    buttons.send().setVisible(sends);
    buttons.send().setManaged(sends);
    buttons.send().setDefaultButton(sends);
    buttons.next().setVisible(goesOn);
    buttons.next().setManaged(goesOn);
    buttons.next().setDefaultButton(goesOn);
    buttons.back().setVisible(!present.first());
    bar.show(present, viewModel.furthest());
  }
}
