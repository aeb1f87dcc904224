package org.ontodraft.app.ui.submit;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ReviewComment;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.diff.MeasuredCell;

/** A comment: who, when, on what, and its words as text. */
final class CommentCell extends MeasuredCell<PlacedComment> {
  private final Texts texts;
  private final Dates dates;
  private final Label about = new Label();
  private final Label words = new Label();
  private final VBox lines = new VBox(about, words);

  CommentCell(Texts texts, Dates dates) {
    this.texts = texts;
    this.dates = dates;
    about.getStyleClass().addAll("small-text", "muted-text");
    about.setWrapText(true);
    words.setWrapText(true);
    lines.getStyleClass().add("comment-lines");
  }

  @Override
  protected void updateItem(@Nullable PlacedComment item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      fill(null);
      return;
    }
    about.setText(about(item));
    words.setText(item.comment().text());
    setAccessibleText(about.getText() + ". " + words.getText());
    fill(lines);
  }

  private String about(PlacedComment item) {
    ReviewComment comment = item.comment();
    String who = texts.get("comment.by", comment.author(), dates.moment(comment.at()));
    if (comment.general()) {
      return who;
    }
    String place =
        item.entity()
            .map(key -> item.field().isEmpty() ? key.key() : key.key() + ": " + item.field())
            .orElse(comment.path());
    return texts.get(comment.line() == 0 ? "comment.gone" : "comment.on", who, place);
  }
}
