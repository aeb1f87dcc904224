package org.ontodraft.app.ui.submit;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.submit.SubmitPreview;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Submission;

/** Where the draft goes, and what of it has left this computer. FX thread. */
final class Destination {
  private static final int SHORT_COMMIT = 7;

  private final GridPane rows;
  private final Label promise;
  private final SubmitViewModel viewModel;
  private final Texts texts;

  /**
   * Shows nothing yet.
   *
   * @param promise says what leaves this computer, and when
   */
  Destination(GridPane rows, Label promise, SubmitViewModel viewModel, Texts texts) {
    this.rows = rows;
    this.promise = promise;
    this.viewModel = viewModel;
    this.texts = texts;
    promise.setText(texts.get("submit.promise"));
  }

  /** Says it as it is now; nothing before the first check. */
  void show() {
    rows.getChildren().clear();
    @Nullable SubmitPreview preview = viewModel.preview().get();
    if (preview == null) {
      return;
    }
    row(0, "submit.to.repository", preview.remote());
    String into = viewModel.target().typed().get().strip();
    row(1, "submit.to.into", into.isEmpty() ? preview.targetBranch() : into);
    // What would be sent next may go to another branch than what was sent.
    @Nullable Submission sent = viewModel.sending().sent().get();
    row(2, "submit.to.from", sent == null ? preview.branch() : sent.branch());
    row(
        3,
        "submit.to.how",
        texts.get(preview.opensPullRequest() ? "submit.how.forge" : "submit.how.branch"));
    promise.setText(
        Optional.ofNullable(sent)
            .or(preview::pushed)
            .map(this::said)
            .orElseGet(() -> texts.get("submit.promise")));
  }

  private String said(Submission pushed) {
    String commit = pushed.commit().substring(0, SHORT_COMMIT);
    return pushed.number() == null
        ? texts.get("submit.promise.branch", commit, pushed.branch())
        : texts.get("submit.promise.pull", commit, String.valueOf(pushed.number()));
  }

  private void row(int row, String name, String value) {
    Label label = new Label(texts.get(name));
    label.getStyleClass().add("muted-text");
    label.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label(value);
    text.setWrapText(true);
    rows.addRow(row, label, text);
  }
}
