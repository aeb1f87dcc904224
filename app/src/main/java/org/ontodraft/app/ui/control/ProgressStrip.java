package org.ontodraft.app.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ontodraft.app.task.ProgressReport;
import org.ontodraft.app.ui.common.Texts;

/** How far a task is: its stage in words, a bar, a count, and the way to stop it. */
public final class ProgressStrip extends HBox {
  private final Texts texts;
  private final Label stage = new Label();
  private final Label count = new Label();
  private final ProgressBar bar = new ProgressBar();

  /** A strip whose button asks to stop. */
  public ProgressStrip(Texts texts, Runnable cancel) {
    this.texts = texts;
    getStyleClass().add("progress-strip");
    count.getStyleClass().addAll("small-text", "muted-text");
    bar.setAccessibleText(texts.get("progress.bar"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button stop = new Button(texts.get("progress.cancel"));
    stop.getStyleClass().add("compact");
    stop.setMinWidth(USE_PREF_SIZE);
    stop.setOnAction(event -> cancel.run());
    getChildren().addAll(stage, bar, count, space, stop);
  }

  /** Shows a report. */
  public void show(ProgressReport report) {
    stage.setText(texts.find("stage." + report.stage()).orElseGet(() -> texts.get("stage.begin")));
    boolean known = report.total() > 0;
    bar.setProgress(
        known ? (double) report.done() / report.total() : ProgressBar.INDETERMINATE_PROGRESS);
    count.setText(known ? texts.get("progress.count", report.done(), report.total()) : "");
  }
}
