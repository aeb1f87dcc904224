package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ontodraft.app.forge.ReviewComment;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;

/** What somebody said, as text, with what can be done about it. */
final class CommentPane extends HBox {
  private static final PseudoClass ANSWER = PseudoClass.getPseudoClass("answer");

  private final Texts texts;
  private final Dates dates;
  private final RowActions actions;
  private final Label about = new Label();
  private final Label words = new Label();
  private final FlowPane buttons = new FlowPane();
  private final List<Button> takes = new ArrayList<>();
  private final Button answer;

  CommentPane(Texts texts, Dates dates, RowActions actions) {
    this.texts = texts;
    this.dates = dates;
    this.actions = actions;
    getStyleClass().addAll("card-row", "comment-row");
    about.getStyleClass().addAll("small-text", "muted-text");
    about.setWrapText(true);
    words.setWrapText(true);
    answer = button();
    answer.setText(texts.get("review.answer"));
    buttons.getStyleClass().add("comment-buttons");
    buttons.getChildren().add(answer);
    VBox lines = new VBox(about, words, buttons);
    lines.getStyleClass().add("comment-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().setAll(new Icon(Glyph.COMMENT), lines);
  }

  /** Shows a comment and says it in words. */
  String show(ReviewRow.Comment row) {
    ReviewComment said = row.comment().comment();
    pseudoClassStateChanged(ANSWER, !row.first());
    about.setText(about(row, said));
    words.setText(HiddenCharacters.shown(said.text()));
    showTakes(row);
    answer.setOnAction(event -> actions.answer(row));
    return about.getText() + ". " + words.getText();
  }

  /** A button for each suggestion; those there are serve again, since new ones are styled anew. */
  private void showTakes(ReviewRow.Comment row) {
    int count = row.suggestions().size();
    while (takes.size() > count) {
      buttons.getChildren().remove(takes.removeLast());
    }
    while (takes.size() < count) {
      Button more = button();
      buttons.getChildren().add(takes.size(), more);
      takes.add(more);
    }
    for (int i = 0; i < count; i++) {
      int which = i;
      takes
          .get(i)
          .setText(
              count == 1
                  ? texts.get("review.suggestion.take")
                  : texts.get("review.suggestion.take.of", i + 1));
      takes.get(i).setOnAction(event -> actions.take(row, which));
    }
  }

  private String about(ReviewRow.Comment row, ReviewComment said) {
    String who = texts.get("comment.by", said.author(), dates.moment(said.at()));
    String place =
        said.line() == 0
            ? texts.get("review.comment.gone", who)
            : row.field().isEmpty() ? texts.get("review.comment.line", who, said.line()) : who;
    return switch (said.resolution()) {
      case RESOLVED -> texts.get("review.comment.resolved", place);
      case OPEN -> texts.get("review.comment.open", place);
      case NOT_TOLD -> place;
    };
  }

  private static Button button() {
    Button button = new Button();
    button.getStyleClass().add("compact");
    button.setMinWidth(USE_PREF_SIZE);
    // Reached by the keys of the list, like every button in its rows.
    button.setFocusTraversable(false);
    return button;
  }
}
