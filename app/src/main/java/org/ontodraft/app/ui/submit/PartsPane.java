package org.ontodraft.app.ui.submit;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;

/** The changes of the draft, each to be sent or left out: Space or a press on its box. */
final class PartsPane extends VBox {
  PartsPane(PartsModel model, Texts texts, Runnable review) {
    getStyleClass().add("submit-pane");
    Label summary = new Label();
    summary.setId("partsSummary");
    summary.getStyleClass().add("section-text");
    summary.textProperty().bind(model.summary());
    Button all = new Button(texts.get("submit.part.take-all"));
    all.setId("takeAll");
    all.setOnAction(event -> model.takeAll());
    Button none = new Button(texts.get("submit.part.leave-all"));
    none.setId("leaveAll");
    none.setOnAction(event -> model.leaveAll());
    Hyperlink show = new Hyperlink(texts.get("submit.files.show"));
    show.setOnAction(event -> review.run());
    FlowPane line = new FlowPane(summary, all, none, show);
    line.getStyleClass().add("parts-line");

    ListView<PartRow> list = new ListView<>(model.rows());
    list.setId("parts");
    list.getStyleClass().add("parts-list");
    list.setAccessibleText(texts.get("submit.parts"));
    list.setCellFactory(view -> new PartCell(texts, model));
    list.focusedProperty()
        .subscribe(now -> {
          // Space is about the row that shows the focus, also the first time.
          if (now && list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
          }
        });
    list.setOnKeyPressed(event -> {
      @Nullable PartRow selected = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.SPACE && selected != null) {
        model.toggle(selected);
        event.consume();
      }
    });
    Label hint = new Label(texts.get("submit.part.hint"));
    hint.getStyleClass().addAll("small-text", "muted-text");
    hint.setWrapText(true);
    Label consequence = new Label();
    consequence.setId("partsConsequence");
    consequence.setWrapText(true);
    consequence.getStyleClass().add("parts-consequence");
    consequence.textProperty().bind(model.consequence());
    consequence.visibleProperty().bind(model.consequence().isNotEmpty());
    consequence.managedProperty().bind(consequence.visibleProperty());
    getChildren().addAll(line, hint, list, consequence);
  }
}
