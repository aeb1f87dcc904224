package org.ontodraft.app.ui.editor;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.editor.ChoiceFieldViewModel.Choice;

/** One of a few values. While it cannot be changed, a field that can be read and copied. */
final class ChoiceControl implements FieldControl {
  private final ChoiceFieldViewModel field;
  private final EditorTexts texts;
  private final ComboBox<Choice> combo = new ComboBox<>();
  private final TextField reading = new TextField();
  private final StackPane node = new StackPane();
  private boolean showing;

  ChoiceControl(ChoiceFieldViewModel field, EditorTexts texts, EditingKeys keys) {
    this.field = field;
    this.texts = texts;
    combo.setCellFactory(view -> new ChoiceCell(texts));
    combo.setButtonCell(new ChoiceCell(texts));
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.valueProperty().subscribe(this::chosen);
    reading.setEditable(false);
    keys.install(reading, field);
    field.content().subscribe(now -> show());
    field.value().subscribe(now -> show());
    field.editable().subscribe(now -> show());
  }

  private void chosen(@Nullable Choice choice) {
    if (!showing && choice != null) {
      field.choose(choice);
    }
  }

  private void show() {
    showing = true;
    List<Choice> choices = field.choices();
    if (!choices.equals(combo.getItems())) {
      combo.getItems().setAll(choices);
    }
    combo.setValue(field.value().get());
    showing = false;
    reading.setText(
        field.value().get() instanceof Choice.NotSet ? "" : texts.choice(field.value().get()));
    reading.setPromptText(texts.get("editor.value.not-set"));
    node.getChildren().setAll(field.editable().get() ? combo : reading);
    reading.setAccessibleText(combo.getAccessibleText());
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node focusTarget() {
    return combo;
  }

  private static final class ChoiceCell extends ListCell<Choice> {
    private final EditorTexts texts;

    ChoiceCell(EditorTexts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable Choice item, boolean empty) {
      super.updateItem(item, empty);
      getStyleClass().remove("unset-text");
      if (empty || item == null) {
        setText(null);
        return;
      }
      setText(texts.choice(item));
      if (item instanceof Choice.NotSet) {
        getStyleClass().add("unset-text");
      }
    }
  }
}
