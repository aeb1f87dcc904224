package org.ontodraft.app.ui.draft;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.common.Texts;

/** The head of the page of drafts: its name, which of them are listed, and a new one. */
final class DraftsHead extends VBox {
  /** How wide it is, in heights of its small text, for name and choices in one line. */
  private static final double ROOM = 40;

  private final Label title = new Label();
  private final Label about = new Label();
  private final Button make = new Button();
  private final Node shown;
  private final Region space = new Region();
  private final HBox line = new HBox();
  private final FlowPane choices = new FlowPane();

  /**
   * The head.
   *
   * @param shown chooses which drafts are listed
   */
  DraftsHead(Texts texts, Node shown, Runnable newDraft) {
    this.shown = shown;
    getStyleClass().add("drafts-head");
    title.setText(texts.get("draft.list.title"));
    title.getStyleClass().add("heading-text");
    about.setText(texts.get("drafts.about"));
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    about.getStyleClass().addAll("small-text", "muted-text");
    make.setText(texts.get("draft.list.new"));
    make.setOnAction(event -> newDraft.run());
    make.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(space, Priority.ALWAYS);
    line.getStyleClass().add("drafts-line");
    choices.getStyleClass().add("drafts-choices");
    arrange(false);
    // In the middle of a layout nothing may be put anywhere else.
    Narrow.of(this, about, ROOM)
        .subscribe((before, narrow) -> FxThread.later(() -> arrange(narrow)));
  }

  private void arrange(boolean narrow) {
    line.getChildren().clear();
    choices.getChildren().clear();
    if (narrow) {
      choices.getChildren().setAll(shown, make);
      getChildren().setAll(title, choices, about);
    } else {
      line.getChildren().setAll(title, space, shown, make);
      getChildren().setAll(line, about);
    }
  }
}
