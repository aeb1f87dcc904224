package org.ontodraft.app.ui.editor;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.SuggestionPopup;

/** The key of one entity: typed or chosen from a list, with its label and a way to it. */
final class KeyControl implements FieldControl {
  private final KeyFieldViewModel field;
  private final EditorTexts texts;
  private final TextField input = new TextField();
  private final IconButton open;
  private final Label known = new Label();
  private final VBox node = new VBox();

  KeyControl(KeyFieldViewModel field, EditorTexts texts, EditingKeys keys) {
    this.field = field;
    this.texts = texts;
    input.textProperty().bindBidirectional(field.text());
    input.editableProperty().bind(field.editable());
    input.setPromptText(texts.get("editor.value.not-set"));
    HBox.setHgrow(input, Priority.ALWAYS);
    String type = texts.plain().type(field.target());
    new SuggestionPopup(input, texts.get("editor.suggest", type), field::suggest, field::choose)
        .creating(
            text -> texts.creation(field.target(), text),
            text -> field.create(texts.nameOf(field.content().get()), text));
    input.setOnAction(event -> field.commit());
    keys.install(input, field);
    open = new IconButton(Glyph.ARROW_RIGHT, texts.get("editor.open", type));
    open.setOnAction(event -> field.open());
    input.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
        field.open();
        event.consume();
      }
    });
    known.getStyleClass().addAll("small-text", "muted-text");
    HBox line = new HBox(input, open);
    line.getStyleClass().add("key-line");
    node.getChildren().addAll(line, known);
    node.getStyleClass().add("field-body");
    field.item().subscribe(this::describe);
  }

  private void describe(Optional<NamedItem> item) {
    String about =
        item.map(found ->
                switch (found.presence()) {
                  case MISSING ->
                      texts.get("editor.key.missing", texts.plain().type(field.target()));
                  case DELETED -> texts.get("editor.key.deleted", found.label());
                  case ADDED -> texts.get("editor.key.added", found.label());
                  case PRESENT -> found.label().equals(found.text()) ? "" : found.label();
                })
            .orElse("");
    known.setText(about);
    known.setVisible(!about.isEmpty());
    known.setManaged(!about.isEmpty());
    boolean leads = item.filter(found -> found.presence() != Presence.MISSING).isPresent();
    open.setVisible(leads);
    open.setManaged(leads);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node focusTarget() {
    return input;
  }
}
