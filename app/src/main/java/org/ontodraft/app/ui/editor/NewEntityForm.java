package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.editor.NewEntityViewModel.KeyProblem;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Finding;

/** The form of an entity that is about to be created. */
final class NewEntityForm extends VBox {
  private final NewEntityViewModel viewModel;
  private final EditorTexts texts;
  private final ComboBox<EntityType> type = new ComboBox<>();
  private final TextField key = new TextField();
  private final Label keyProblem = new Label();
  private final VBox fields = new VBox();
  private final VBox advice = new VBox();
  private final VBox wholeText = new VBox();

  /**
   * The form.
   *
   * @param anyType whether it may become an entity of another type
   */
  NewEntityForm(
      NewEntityViewModel viewModel, boolean anyType, EditorTexts texts, ErrorPresenter errors) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().addAll("form", "new-entity");
    // A medium begins with its file: see ImageDialogs.
    type.getItems()
        .setAll(Stream.of(EntityType.values()).filter(each -> each != EntityType.MEDIA).toList());
    type.valueProperty().bindBidirectional(viewModel.type());
    type.setCellFactory(view -> new TypeCell(texts));
    type.setButtonCell(new TypeCell(texts));
    type.setMaxWidth(Double.MAX_VALUE);
    type.setDisable(!anyType);
    key.getStyleClass().add("mono");
    key.textProperty().bindBidirectional(viewModel.key());
    keyProblem.getStyleClass().addAll("small-text", "field-problem");
    keyProblem.setWrapText(true);
    VBox keyBody = new VBox(key, keyProblem);
    keyBody.getStyleClass().add("field-body");
    fields.getStyleClass().add("form");
    advice.getStyleClass().add("advice");
    Label refused = new Label();
    refused.getStyleClass().add("field-problem");
    refused.setWrapText(true);
    getChildren()
        .addAll(
            row(texts.get("editor.new.type"), type, type),
            row(texts.get("field.id") + " *", key, keyBody),
            fields,
            wholeText,
            advice,
            refused);
    viewModel.keyProblem().subscribe(this::showKeyProblem);
    viewModel.refusal().subscribe(reason -> showRefusal(refused, reason, errors));
    viewModel.fields().addListener((ListChangeListener<FieldViewModel>) change -> showFields());
    viewModel.advice().addListener((ListChangeListener<Finding>) change -> showAdvice());
    makeText();
    showFields();
    showAdvice();
  }

  /** The fields of a form, or the text where one field depends on others. */
  private void makeText() {
    Label why = new Label();
    why.setGraphic(new Icon(Glyph.INFO, "small-icon"));
    why.setWrapText(true);
    GrowingTextArea area = new GrowingTextArea(8, 18, length -> {});
    area.setId("new-entity-text");
    area.getStyleClass().add("mono");
    area.setAccessibleText(texts.get("editor.new.text"));
    area.textProperty().bindBidirectional(viewModel.text().text());
    Label problem = new Label();
    problem.getStyleClass().addAll("small-text", "field-problem");
    problem.setWrapText(true);
    wholeText.getStyleClass().add("advice");
    wholeText.getChildren().setAll(why, area, problem);
    viewModel
        .text()
        .problem()
        .subscribe(found -> {
          problem.setText(found == null ? "" : texts.problem(found));
          problem.setVisible(found != null);
          problem.setManaged(found != null);
        });
    viewModel
        .text()
        .conditions()
        .subscribe(ties -> {
          why.setText(
              texts.get(
                  "editor.new.conditions",
                  viewModel.type().get().folder(),
                  String.join(", ", ties)));
          wholeText.setVisible(!ties.isEmpty());
          wholeText.setManaged(!ties.isEmpty());
          fields.setVisible(ties.isEmpty());
          fields.setManaged(ties.isEmpty());
        });
  }

  /** What gets the focus first. */
  Node first() {
    return key;
  }

  private static Node row(String name, Node control, Node body) {
    Label label = new Label(name);
    label.getStyleClass().addAll("field-name", "medium-text");
    label.setLabelFor(control);
    control.setAccessibleText(name);
    HBox.setHgrow(body, Priority.ALWAYS);
    Region bar = new Region();
    bar.getStyleClass().add("change-bar");
    HBox row = new HBox(bar, label, body);
    row.getStyleClass().add("field-row");
    return row;
  }

  private void showFields() {
    List<FieldRow> rows = new ArrayList<>();
    EditingKeys keys = new EditingKeys(() -> {}, () -> {}, () -> {});
    viewModel.fields().forEach(field -> rows.add(new FieldRow(field, texts, keys)));
    fields.getChildren().setAll(rows);
  }

  private void showAdvice() {
    List<Node> lines = new ArrayList<>();
    for (Finding finding : viewModel.advice()) {
      Label line = new Label(texts.finding(finding));
      line.setGraphic(new Icon(Glyph.INFO, "small-icon"));
      line.getStyleClass().addAll("small-text", "muted-text");
      line.setWrapText(true);
      lines.add(line);
    }
    if (!lines.isEmpty()) {
      Label about = new Label(texts.get("editor.new.advice"));
      about.getStyleClass().addAll("small-text", "medium-text");
      lines.addFirst(about);
    }
    advice.getChildren().setAll(lines);
    advice.setManaged(!lines.isEmpty());
  }

  private void showKeyProblem(@Nullable KeyProblem problem) {
    keyProblem.setText(
        switch (problem) {
          case null -> "";
          case KeyProblem.Unusable(var why) -> texts.keyProblem(why);
          case KeyProblem.Taken(var taken) ->
              texts.get("editor.new.taken", texts.plain().type(taken.type()), taken.key());
          case KeyProblem.Collides(var other) -> texts.get("editor.new.collides", other.key());
          case KeyProblem.AgainstSchema(var finding) ->
              texts.get("editor.new.schema", texts.finding(finding));
        });
    keyProblem.setVisible(problem != null);
    keyProblem.setManaged(problem != null);
  }

  private void showRefusal(Label line, @Nullable Refusal reason, ErrorPresenter errors) {
    line.setText(reason == null ? "" : texts.refusal(errors.notice(reason)));
    line.setVisible(reason != null);
    line.setManaged(reason != null);
  }

  private static final class TypeCell extends ListCell<EntityType> {
    private final EditorTexts texts;

    TypeCell(EditorTexts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable EntityType item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
      } else {
        setText(texts.plain().type(item));
        setGraphic(new Icon(Glyph.of(item), "small-icon"));
      }
    }
  }
}
