package org.ontodraft.app.ui.editor;

import javafx.scene.Node;

/** What a field is edited with. */
interface FieldControl {
  /** What stands in the form. */
  Node node();

  /** What gets the focus, and the field's name for screen readers. */
  Node focusTarget();

  /** Whether the control is higher than one line, so that the name stands at its top. */
  default boolean tall() {
    return false;
  }

  /** Lets go of what outlives the form. */
  default void close() {}

  /** The control for a field. */
  static FieldControl of(FieldViewModel field, EditorTexts texts, EditingKeys keys) {
    return switch (field) {
      case TextFieldViewModel text when CodeControl.suits(text.content().get()) ->
          new CodeControl(text, texts, keys);
      case TextFieldViewModel text -> new TextControl(text, texts, keys);
      case ChoiceFieldViewModel choice -> new ChoiceControl(choice, texts, keys);
      case KeyFieldViewModel key -> new KeyControl(key, texts, keys);
      case SetFieldViewModel set -> new SetControl(set, texts, keys);
      case ImagesFieldViewModel images -> new ImagesControl(images, texts);
      case PagesFieldViewModel pages -> new PagesControl(pages, texts, keys);
    };
  }
}
