package org.ontodraft.app.ui.editor;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says below a text whether it is empty or not there at all, and offers the other. */
final class Emptiness {
  private final TextFieldViewModel field;
  private final EditorTexts texts;
  private final Node input;
  private final VBox body;
  private @Nullable FieldNote note;

  Emptiness(TextFieldViewModel field, EditorTexts texts, Node input, VBox body) {
    this.field = field;
    this.texts = texts;
    this.input = input;
    this.body = body;
    field.present().subscribe(now -> show());
    field.text().subscribe(now -> show());
    field.editable().subscribe(now -> show());
    input.focusedProperty().subscribe(now -> show());
  }

  /** Only plain text can be empty; an empty number or JSON is no value. */
  private boolean plain() {
    return field.content().get().form() == TextForm.PLAIN;
  }

  private void show() {
    boolean empty = field.text().get().isEmpty();
    boolean present = field.present().get();
    // Where the text is empty but set, this is always said; the other way round only when asked.
    boolean say = empty && plain() && field.editable().get() && (present || input.isFocused());
    boolean removable = !field.content().get().spec().required();
    boolean shown = say && (removable || !present);
    FieldNote line = note;
    if (line == null) {
      if (!shown) {
        return;
      }
      line = new FieldNote(this::toggle);
      note = line;
    }
    String offer = texts.get(present ? "editor.empty.remove" : "editor.empty.make");
    line.say(texts.get(present ? "editor.empty.set" : "editor.empty.not-set"), offer, offer);
    FieldNote.show(body, line, shown);
  }

  private void toggle() {
    if (field.present().get()) {
      field.remove();
    } else {
      field.setEmpty();
    }
    input.requestFocus();
  }
}
