package org.ontodraft.app.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.ontodraft.model.entity.FieldKind;

/** Text on one line or several. Says whether an empty field is empty text or not set at all. */
final class TextControl implements FieldControl {
  private static final int SHOWN_OF_MORE = 2_000;

  private final TextFieldViewModel field;
  private final EditorTexts texts;
  private final TextInputControl input;
  private final VBox node = new VBox();
  private final FieldNote beginning = new FieldNote(() -> {});
  private boolean showing;
  private boolean excerpt;

  TextControl(TextFieldViewModel field, EditorTexts texts, EditingKeys keys) {
    this.field = field;
    this.texts = texts;
    this.input = inputFor(field);
    node.getStyleClass().add("field-body");
    node.getChildren().add(input);
    field.text().subscribe(this::show);
    input.textProperty().subscribe((before, now) -> typed(now));
    field.editable().subscribe(now -> editable());
    if (input instanceof TextField line) {
      line.setOnAction(event -> field.commit());
    }
    keys.install(input, field);
    field.present().subscribe(now -> prompt());
    field.text().subscribe(now -> prompt());
    new Emptiness(field, texts, input, node);
  }

  private void show(String now) {
    excerpt = now.length() > PasteLimit.MOST_UNITS;
    String shown = excerpt ? now.substring(0, SHOWN_OF_MORE) : now;
    if (!shown.equals(input.getText())) {
      showing = true;
      input.setText(shown);
      showing = false;
    }
    FieldNote.show(node, beginning, excerpt);
    beginning.say(texts.get("code.excerpt", now.length()), "", "");
    editable();
  }

  private void typed(String now) {
    if (!showing && !excerpt) {
      field.text().set(now);
    }
  }

  private void editable() {
    input.setEditable(field.editable().get() && !excerpt);
  }

  private void tooLong(int units) {
    field.refuse(new FieldProblem.TooLong(units, PasteLimit.MOST_UNITS));
  }

  private TextInputControl inputFor(TextFieldViewModel field) {
    FieldContent content = field.content().get();
    FieldKind kind = content.kind();
    if (kind != FieldKind.LONG_TEXT) {
      TextField line = new LimitedTextField(this::tooLong);
      if (content.name().equals("id") || content.name().equals("allowed_pattern")) {
        line.getStyleClass().add("mono");
      }
      return line;
    }
    return new GrowingTextArea(1, 10, this::tooLong);
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
