package org.ontodraft.app.ui.exchange;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.exchange.DraftFileProblem;

/** What is wrong with a file, each with its place and its code. */
final class ProblemList extends ListView<DraftFileProblem> {
  private static final int MOST_ROWS = 6;

  /** Room for it and the padding, in pixels at any size. */
  private static final double SCROLL_BAR = 40;

  private final Texts texts;

  ProblemList(Texts texts, List<DraftFileProblem> problems) {
    this.texts = texts;
    getStyleClass().addAll("exchange-problems", "bordered");
    setAccessibleText(texts.get("exchange.problems"));
    getItems().setAll(problems);
    setCellFactory(list -> new ProblemCell());
    // In em, as everything is.
    setStyle(
        "-fx-pref-height: "
            + (Math.clamp((long) problems.size(), 1, MOST_ROWS) * 4.2 + 0.4)
            + "em;");
  }

  /** A problem in words. */
  static String sentence(Texts texts, DraftFileProblem problem) {
    return texts
        .find("exchange.problem." + problem.code().id(), problem.arguments().toArray())
        .orElseGet(() -> String.join(", ", problem.arguments()));
  }

  private final class ProblemCell extends ListCell<DraftFileProblem> {
    private final Label words = new Label();
    private final Label place = new Label();
    private final VBox lines = new VBox(words, place);

    ProblemCell() {
      words.setWrapText(true);
      lines.prefWidthProperty().bind(ProblemList.this.widthProperty().subtract(SCROLL_BAR));
      place.getStyleClass().addAll("mono-text", "small-text", "muted-text");
      // As wide as the list, so that the words wrap.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DraftFileProblem item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      words.setText(sentence(texts, item));
      place.setText((item.at() + "  " + item.code().id()).strip());
      setAccessibleText(words.getText() + " " + place.getText());
      setGraphic(lines);
    }
  }
}
