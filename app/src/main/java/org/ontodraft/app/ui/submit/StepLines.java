package org.ontodraft.app.ui.submit;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ontodraft.app.service.submit.StepReport;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The steps of a submit, each in a line that says how it stands. */
final class StepLines {
  private final Texts texts;
  private final Pane place;
  private final ObservableList<StepRow> steps;

  /** Shows the steps here from now on. */
  StepLines(Pane place, ObservableList<StepRow> steps, Texts texts) {
    this.texts = texts;
    this.place = place;
    this.steps = steps;
    steps.addListener((ListChangeListener<StepRow>) change -> show());
    show();
  }

  private void show() {
    place.getChildren().setAll(steps.stream().map(this::line).toList());
  }

  private Node line(StepRow row) {
    Glyph glyph =
        switch (row.state()) {
          case null -> Glyph.WAITING;
          case StepReport.State.RUNNING -> Glyph.REFRESH;
          case StepReport.State.DONE, StepReport.State.SKIPPED -> Glyph.DONE;
          case StepReport.State.FAILED -> Glyph.ERROR;
        };
    String word =
        texts.get(
            switch (row.state()) {
              case null -> "submit.state.waiting";
              case StepReport.State.RUNNING -> "submit.state.running";
              case StepReport.State.DONE -> "submit.state.done";
              case StepReport.State.SKIPPED -> "submit.state.skipped";
              case StepReport.State.FAILED -> "submit.state.failed";
            });
    Label name = new Label(row.name());
    boolean plain = row.detail().isEmpty();
    name.setWrapText(plain);
    name.setMinWidth(plain ? 0 : Region.USE_PREF_SIZE); // a long detail is cut, not the step
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label detail = new Label(plain ? word : row.detail());
    detail.setMinWidth(plain ? Region.USE_PREF_SIZE : 0);
    detail.getStyleClass().addAll("small-text", "muted-text");
    Icon icon = Icon.named(glyph, word, "small-icon");
    if (glyph == Glyph.DONE) {
      icon.getStyleClass().add("done");
    }
    HBox line = new HBox(icon, name, space, detail);
    line.getStyleClass().add("submit-line");
    return line;
  }
}
