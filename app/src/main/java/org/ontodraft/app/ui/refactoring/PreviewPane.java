package org.ontodraft.app.ui.refactoring;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringAnswer;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.refactoring.RefactoringReport;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.ImpactTag;
import org.ontodraft.model.impact.SemverLevel;

/** What the refactoring would come to: a sentence, and below it every entity and field. */
final class PreviewPane extends VBox {
  private final RefactoringViewModel viewModel;
  private final Texts texts;
  private final Label sentence = new Label();
  private final HBox impact = new HBox();
  private final ObservableList<PreviewRow> rows = FXCollections.observableArrayList();
  private final ListView<PreviewRow> list = new ListView<>(rows);

  PreviewPane(RefactoringViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("refactoring-preview");
    sentence.setWrapText(true);
    sentence.getStyleClass().add("medium-text");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    impact.setMinWidth(Region.USE_PREF_SIZE);
    ProgressIndicator busy = new ProgressIndicator();
    busy.getStyleClass().add("small-progress");
    busy.setAccessibleText(texts.get("refactor.working"));
    busy.visibleProperty().bind(viewModel.working());
    HBox head = new HBox(sentence, busy, impact);
    head.getStyleClass().add("refactoring-head");
    list.setId("refactoring-preview");
    list.setAccessibleText(texts.get("refactor.preview"));
    list.setCellFactory(view -> new PreviewCell(texts));
    list.getStyleClass().add("refactoring-rows");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
    viewModel.answer().subscribe(this::show);
  }

  private void show(@Nullable RefactoringAnswer answer) {
    impact.getChildren().clear();
    switch (answer) {
      case null -> showNothing("refactor.choose");
      case RefactoringAnswer.Impossible refused -> showNothing("refactor.impossible");
      case RefactoringAnswer.Possible(RefactoringReport report) -> show(report);
    }
  }

  private void showNothing(String key) {
    sentence.setText(texts.get(key));
    rows.setAll(PreviewRow.uses(viewModel.subject()));
  }

  private void show(RefactoringReport report) {
    sentence.setText(
        texts.get(
            "refactor.sentence", report.touched().size(), report.files(), report.affectedCount()));
    tag(report.level());
    rows.setAll(PreviewRow.of(report));
    RefactoringKind kind = viewModel.kind().get();
    if (kind == RefactoringKind.DEPRECATE || kind == RefactoringKind.DELETE) {
      rows.addAll(PreviewRow.uses(viewModel.subject()));
    }
  }

  private void tag(SemverLevel level) {
    switch (level) {
      case MAJOR -> impact.getChildren().setAll(new ImpactTag(ImpactTag.Impact.MAJOR));
      case MINOR -> impact.getChildren().setAll(new ImpactTag(ImpactTag.Impact.MINOR));
      case PATCH -> impact.getChildren().setAll(new ImpactTag(ImpactTag.Impact.PATCH));
      case NONE -> {}
    }
  }
}
