package org.ontodraft.app.ui.submit;

import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Texts;

/** Shows the pane of the present step, and the buttons that lead on from it. */
final class WizardPanes {
  /** The buttons below the panes. */
  record Buttons(Button back, Button next, Button send) {}

  private final SubmitViewModel viewModel;
  private final Pane page;
  private final Pane place;
  private final Map<WizardStep, Pane> panes;
  private final Buttons buttons;
  private final StepBar bar;

  /**
   * Follows the steps.
   *
   * @param wizard takes the bar of the steps
   * @param place takes the pane of the present step
   */
  WizardPanes(
      SubmitViewModel viewModel,
      Texts texts,
      Pane page,
      HBox wizard,
      Pane place,
      Map<WizardStep, Pane> panes,
      Buttons buttons) {
    this.viewModel = viewModel;
    this.page = page;
    this.place = place;
    this.panes = panes;
    this.buttons = buttons;
    this.bar = new StepBar(texts, viewModel::go);
    wizard.getChildren().setAll(bar);
    // Else it asks for the height of more lines than it has.
    wizard
        .widthProperty()
        .subscribe(width -> FxThread.later(() -> bar.setPrefWrapLength(width.doubleValue())));
    viewModel.step().subscribe(this::show);
    viewModel
        .sending()
        .sent()
        .subscribe(sent -> bar.show(viewModel.step().get(), viewModel.furthest()));
    viewModel.sending().busy().subscribe((before, now) -> keepFocus(now));
    buttons.back().setOnAction(event -> viewModel.back());
    buttons.next().setOnAction(event -> viewModel.next());
  }

  /** Goes to where the work of the present step begins. */
  void focus() {
    WizardStep present = viewModel.step().get();
    Node first =
        switch (present) {
          case CHECK -> buttons.next();
          case REVIEW -> pane(present).lookup("#parts");
          case DESCRIBE -> pane(present).lookup("#title");
          case SUBMIT -> buttons.send();
          case TRACK -> pane(present).lookup("#askForge");
        };
    first.requestFocus();
  }

  private void show(WizardStep present) {
    boolean inPage = hasFocus();
    showPane(present);
    if (inPage) {
      // What had it may be gone. Later: a mnemonic leaves the focus on the button it presses.
      FxThread.later(this::focus);
    }
  }

  /** The button that sends cannot have the focus meanwhile; it stays in the page all the same. */
  private void keepFocus(boolean busy) {
    if (!hasFocus()) {
      return;
    }
    if (busy) {
      pane(viewModel.step().get()).requestFocus();
    } else {
      FxThread.later(this::focus);
    }
  }

  private Pane pane(WizardStep step) {
    return Objects.requireNonNull(panes.get(step));
  }

  private boolean hasFocus() {
    Node at = page.getScene() == null ? null : page.getScene().getFocusOwner();
    while (at != null && at != page) {
      at = at.getParent();
    }
    return at != null;
  }

  private void showPane(WizardStep present) {
    // Only the present one is in the window: five at once are dear to style.
    place.getChildren().setAll(pane(present));
    boolean sends = present == WizardStep.SUBMIT;
    boolean goesOn = present.compareTo(viewModel.furthest()) < 0;
    buttons.send().setVisible(sends);
    buttons.send().setManaged(sends);
    buttons.send().setDefaultButton(sends);
    buttons.next().setVisible(goesOn);
    buttons.next().setManaged(goesOn);
    buttons.next().setDefaultButton(goesOn && !sends);
    buttons.next().getStyleClass().removeAll("accent");
    if (!sends) {
      buttons.next().getStyleClass().add("accent");
    }
    buttons.back().setVisible(!present.first());
    bar.show(present, viewModel.furthest());
  }
}
