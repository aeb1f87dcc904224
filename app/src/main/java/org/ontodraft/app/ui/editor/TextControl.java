package org.ontodraft.app.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.ontodraft.model.entity.FieldKind;

/** Text on one line or several. Says whether an empty field is empty text or not set at all. */
final class TextControl implements FieldControl {
  private final TextFieldViewModel field;
  private final EditorTexts texts;
  private final TextInputControl input;
  private final VBox node = new VBox();

  TextControl(TextFieldViewModel field, EditorTexts texts, EditingKeys keys) {
    this.field = field;
    this.texts = texts;
    this.input = inputFor(field);
    input.textProperty().bindBidirectional(field.text());
    input.editableProperty().bind(field.editable());
    if (input instanceof TextField line) {
      line.setOnAction(event -> field.commit());
    }
    keys.install(input, field);
    node.getChildren().add(input);
    node.getStyleClass().add("field-body");
    field.present().subscribe(now -> prompt());
    field.text().subscribe(now -> prompt());
    new Emptiness(field, texts, input, node);
  }

  private static TextInputControl inputFor(TextFieldViewModel field) {
    FieldContent content = field.content().get();
    FieldKind kind = content.kind();
    if (kind != FieldKind.LONG_TEXT && kind != FieldKind.JSON) {
      TextField line = new TextField();
      if (content.name().equals("id") || content.name().equals("allowed_pattern")) {
        line.getStyleClass().add("mono");
      }
      return line;
    }
    boolean code = kind == FieldKind.JSON || !content.name().equals("description");
    GrowingTextArea area = new GrowingTextArea(code ? 3 : 1, code ? 24 : 10);
    if (code) {
      area.getStyleClass().add("mono");
    }
    return area;
  }

  private void prompt() {
    boolean empty = field.text().get().isEmpty();
    boolean present = field.present().get();
    input.setPromptText(
        empty ? texts.get(present ? "editor.value.empty" : "editor.value.not-set") : "");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node focusTarget() {
    return input;
  }

  @Override
  public boolean tall() {
    return input instanceof GrowingTextArea;
  }
}
