package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.TabLeaves;
import org.ontodraft.model.entity.EntityKey;

/** What the buttons in the rows do, and the keys in their place. */
final class ReviewButtons implements RowActions {
  /** Characters that are shown whole above the answer; the row has longer ones. */
  private static final int QUOTED = 600;

  private final ReviewViewModel model;
  private final Texts texts;
  private final Navigator navigator;
  private final Dialogs dialogs;

  ReviewButtons(ReviewViewModel model, ReviewView.Tools tools) {
    this.model = model;
    this.texts = tools.texts();
    this.navigator = tools.navigator();
    this.dialogs = tools.dialogs();
  }

  @Override
  public void toggle(ReviewRow row) {
    model.toggle(row);
  }

  @Override
  public void revert(ReviewRow row) {
    model.revert(row);
  }

  @Override
  public void explain(ReviewRow row) {
    model.explain(row);
  }

  @Override
  public void tick(EntityReview review, boolean isReviewed) {
    model.tick(review, isReviewed);
  }

  @Override
  public void split(EntityKey key) {
    model.split(key);
  }

  @Override
  public void open(EntityKey key) {
    navigator.openEntity(key);
  }

  @Override
  public void goTo(EntityKey key) {
    model.reveal(key);
  }

  @Override
  public void copyFile(EntityReview review) {
    ReviewExport.copy(review.fileText());
    model.copied(review);
  }

  @Override
  public void pictures(EntityKey key, Consumer<List<ReviewPictures.Compared>> answer) {
    model.pictures().read(key, answer);
  }

  @Override
  public void copyPatch(EntityReview review) {
    ReviewExport.copy(review.patchText());
    model.copied(review);
  }

  @Override
  public void answer(ReviewRow.Comment row) {
    Label said = new Label(HiddenCharacters.shown(row.comment().comment().text()));
    said.setWrapText(true);
    said.getStyleClass().add("muted-text");
    TextArea words = new TextArea();
    words.setId("answer-words");
    TabLeaves.install(words);
    words.setWrapText(true);
    words.setPrefRowCount(5);
    words.setMinHeight(Region.USE_PREF_SIZE);
    if (said.getText().length() <= QUOTED) {
      said.setMinHeight(Region.USE_PREF_SIZE);
    }
    words.setAccessibleText(texts.get("review.answer.words"));
    VBox content = new VBox(said, words);
    content.getStyleClass().add("form");
    dialogs.form(
        texts.get("review.answer.title", row.comment().comment().author()),
        content,
        texts.get("review.answer.send"),
        words.textProperty().isNotEmpty(),
        words,
        () -> model.discussion().answer(row.comment(), words.getText()));
  }

  @Override
  public void take(ReviewRow.Comment row, int suggestion) {
    model.discussion().take(row.comment(), row.suggestions().get(suggestion));
  }
}
