package org.ontodraft.app.ui.submit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.GradualList;
import org.ontodraft.app.ui.common.Texts;

/** What was said about a pull request, and a line to answer what is selected. */
final class CommentsPane extends VBox {
  /** As many as a high window shows. */
  private static final int LINES = 30;

  private static final int LINES_AT_ONCE = 3;

  CommentsPane(TrackModel model, Texts texts, Dates dates) {
    getStyleClass().add("submit-pane");
    Label heading = new Label(texts.get("comments"));
    heading.getStyleClass().add("section-text");
    ListView<PlacedComment> list = new ListView<>();
    new GradualList<>(list, model.comments(), LINES, LINES_AT_ONCE);
    list.setId("comments");
    list.getStyleClass().add("comments-list");
    list.setAccessibleText(texts.get("comments"));
    list.setCellFactory(view -> new CommentCell(texts, dates));
    Label none = new Label(texts.get("comments.none"));
    none.getStyleClass().add("muted-text");
    list.setPlaceholder(none);
    TextField answer = new TextField();
    answer.setId("answer");
    answer.setPromptText(texts.get("comments.answer.prompt"));
    answer.setAccessibleText(texts.get("comments.answer.prompt"));
    HBox.setHgrow(answer, Priority.ALWAYS);
    Button send = new Button(texts.get("comments.answer"));
    send.setId("send-answer");
    var selected = list.getSelectionModel().selectedItemProperty();
    send.disableProperty().bind(selected.isNull().or(answer.textProperty().isEmpty()));
    send.setOnAction(event -> {
      @Nullable PlacedComment comment = selected.get();
      if (comment != null) {
        model.answer(comment, answer.getText(), answer::clear);
      }
    });
    answer.setOnAction(event -> send.fire());
    HBox line = new HBox(answer, send);
    line.getStyleClass().add("submit-line");
    getChildren().addAll(heading, list, line);
  }
}
