package org.ontodraft.app.ui.editor;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Gradually;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.code.CodeEditor;
import org.ontodraft.app.ui.control.code.CodeLanguage;

/** The pages of a dashboard: names at the left, the text of the chosen one at the right. */
final class PagesControl implements FieldControl {
  /** What a list of pages and a text beside it need; with less the text stands below. */
  private static final double ROOM = 36;

  private final PagesFieldViewModel field;
  private final ListView<String> names = new ListView<>();
  private final CodeEditor text;
  private final TextField name = new TextField();
  private final Button add;
  private final Button rename;
  private final IconButton remove;
  private final GridPane node;
  private final Gradually arriving = new Gradually(1);
  private boolean showing;

  PagesControl(PagesFieldViewModel field, EditorTexts texts, EditingKeys keys) {
    this.field = field;
    names.getStyleClass().add("page-names");
    names.setAccessibleText(texts.get("editor.pages.list"));
    names.setCellFactory(view -> new PageCell(texts));
    names.getSelectionModel().selectedIndexProperty().subscribe(this::selected);
    name.getStyleClass().add("compact");
    name.setPromptText(texts.get("editor.pages.name"));
    name.setAccessibleText(texts.get("editor.pages.name"));
    name.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
        addPage();
        event.consume();
      }
    });
    add = new Button(texts.get("editor.pages.add"));
    add.getStyleClass().add("compact");
    add.setOnAction(event -> addPage());
    rename = new Button(texts.get("editor.pages.rename"));
    rename.getStyleClass().add("compact");
    rename.setOnAction(event -> {
      if (field.rename(name.getText().strip())) {
        name.clear();
      }
    });
    remove = new IconButton(Glyph.TRASH, texts.get("editor.pages.remove"));
    remove.setOnAction(event -> field.remove());
    HBox actions = new HBox(add, rename, remove);
    actions.getStyleClass().add("page-actions");
    VBox left = new VBox(names, name, actions);
    left.getStyleClass().add("page-list");

    text =
        new CodeEditor(
                texts.get("editor.pages.text"), CodeLanguage.WIKITEXT, field::colour, texts.plain())
            .growing(8, 24);
    text.onTyped(() -> field.text().set(text.text()));
    field.text().subscribe(text::show);
    field.editable().subscribe(text::editable);
    keys.install(text, field);
    GridPane.setHgrow(text, Priority.ALWAYS);
    GridPane.setValignment(left, VPos.TOP);
    node = new GridPane();
    node.getStyleClass().add("pages");
    node.addColumn(0, left);
    // Names and text are dear to lay out: the text comes behind the pulse that shows the names.
    arriving.make(0, List.of(() -> node.getChildren().add(text)));
    Narrow.of(node, add, ROOM)
        .subscribe(narrow -> GridPane.setConstraints(text, narrow ? 0 : 1, narrow ? 1 : 0));

    field.names().addListener((ListChangeListener<String>) change -> show());
    field.shown().subscribe(now -> show());
    field.editable().subscribe(now -> show());
  }

  private void addPage() {
    if (field.add(name.getText().strip())) {
      name.clear();
      arriving.finish();
      text.input().requestFocus();
    }
  }

  private void selected(Number index) {
    if (!showing) {
      field.show(index.intValue());
    }
  }

  private void show() {
    showing = true;
    if (!field.names().equals(names.getItems())) {
      names.getItems().setAll(field.names());
    }
    names.getSelectionModel().clearAndSelect(field.shown().get());
    showing = false;
    boolean editable = field.editable().get();
    boolean page = field.shown().get() >= 0;
    text.setDisable(!page);
    for (Node part : new Node[] {name, add, rename, remove}) {
      part.setVisible(editable);
      part.setManaged(editable);
    }
    rename.setDisable(!page);
    remove.setDisable(!page);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node focusTarget() {
    return names;
  }

  @Override
  public boolean tall() {
    return true;
  }

  @Override
  public void close() {
    arriving.stop();
    text.close();
  }

  private static final class PageCell extends ListCell<String> {
    private final EditorTexts texts;

    PageCell(EditorTexts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? null : texts.page(item));
    }
  }
}
