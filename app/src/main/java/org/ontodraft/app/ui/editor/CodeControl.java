package org.ontodraft.app.ui.editor;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.control.code.CodeEditor;
import org.ontodraft.app.ui.control.code.CodeLanguage;
import org.ontodraft.model.entity.FieldKind;

/** Wikitext or JSON of one field, in colours. */
final class CodeControl implements FieldControl {
  private static final int LEAST_ROWS = 3;
  private static final int MOST_ROWS = 24;

  private final CodeEditor editor;
  private final VBox node = new VBox();

  CodeControl(TextFieldViewModel field, EditorTexts texts, EditingKeys keys) {
    FieldContent content = field.content().get();
    boolean json = content.kind() == FieldKind.JSON;
    editor =
        new CodeEditor(
                texts.accessibleName(content),
                json ? CodeLanguage.JSON : CodeLanguage.WIKITEXT,
                field::colour,
                texts.plain())
            .growing(LEAST_ROWS, MOST_ROWS);
    editor.onTyped(() -> field.text().set(editor.text()));
    field.text().subscribe(editor::show);
    field.editable().subscribe(editor::editable);
    keys.install(editor, field);
    node.getChildren().add(editor);
    node.getStyleClass().add("field-body");
    new Emptiness(field, texts, editor.input(), node);
  }

  /** Whether a field is shown so: JSON, and text that only programs read as it is. */
  static boolean suits(FieldContent content) {
    return content.kind() == FieldKind.JSON
        || content.kind() == FieldKind.LONG_TEXT && content.name().equals("wikitext");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node focusTarget() {
    return editor.input();
  }

  @Override
  public boolean tall() {
    return true;
  }

  @Override
  public void close() {
    editor.close();
  }
}
