package org.ontodraft.app.ui.editor;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.code.CodeEditor;
import org.ontodraft.app.ui.control.code.Colouring;

/** An entity as the text of its files: which file, what is to be said, and the text. */
final class RawPane extends VBox {
  private final RawViewModel raw;
  private final Colouring colouring;
  private final EditorTexts texts;
  private final EditingKeys keys;
  private final ComboBox<String> files = new ComboBox<>();
  private final Label about = new Label();
  private final Label problem = new Label();
  private final Hyperlink go = new Hyperlink();
  private final VBox problemLine = new VBox(problem, go);
  private final Label note = new Label();
  private final Button keepTyped = new Button();
  private final Button takeEntity = new Button();
  private final Button bringBack = new Button();
  private final VBox noteLine = new VBox(note, new FlowPane(keepTyped, takeEntity, bringBack));
  private @Nullable CodeEditor editor;
  private final EntityViewModel entity;
  private boolean showing;
  private @Nullable String wanted;

  RawPane(EntityViewModel entity, EditorTexts texts, EditingKeys keys) {
    this.entity = entity;
    this.raw = entity.raw();
    this.colouring = entity::colour;
    this.texts = texts;
    this.keys = keys;
    getStyleClass().add("raw");
    setId("raw");
    setMinWidth(0);
    files.setAccessibleText(texts.get("editor.raw.files"));
    files.setMaxWidth(Double.MAX_VALUE);
    files.getSelectionModel().selectedIndexProperty().subscribe(now -> chooseFile(now.intValue()));
    about.getStyleClass().addAll("small-text", "muted-text");
    about.setWrapText(true);
    problem.getStyleClass().add("field-problem");
    problem.setId("raw-problem");
    go.setText(texts.get("editor.raw.go"));
    go.setOnAction(event -> goToProblem());
    note.setId("raw-note");
    for (VBox line : List.of(problemLine, noteLine)) {
      line.getStyleClass().add("raw-line");
      shown(line, false);
    }
    problem.setWrapText(true);
    note.setWrapText(true);
    button(keepTyped, "editor.raw.keep-typed", raw::keepTyped);
    button(takeEntity, "editor.raw.take-entity", raw::takeEntity);
    button(bringBack, "editor.raw.bring-back", raw::bringBack);
    getChildren().addAll(files, about, problemLine, noteLine);
    raw.shown().subscribe(this::showEntity);
    raw.part().subscribe(now -> showPart());
    raw.editable().subscribe(now -> editable());
    raw.problem().subscribe(this::showProblem);
    raw.note().subscribe(this::showNote);
  }

  /** Puts the focus into the text. */
  void focusText() {
    CodeEditor text = editor;
    if (text != null) {
      text.input().requestFocus();
    }
  }

  /** Puts the caret to a place of the entity, as soon as its text is there. */
  void goTo(String pointer) {
    wanted = pointer;
    goToWanted();
  }

  private void goToWanted() {
    RawEntity now = raw.shown().get();
    String pointer = wanted;
    if (now != null && pointer != null && editor != null) {
      wanted = null;
      entity.place(now, pointer, this::goTo);
    }
  }

  private void goTo(TextPlace place) {
    raw.show(place.part());
    CodeEditor text = editor;
    if (text != null) {
      text.goTo(place.line(), place.column());
    }
  }

  void close() {
    CodeEditor text = editor;
    if (text != null) {
      text.close();
    }
  }

  private void button(Button button, String key, Runnable run) {
    button.setText(texts.get(key));
    button.setId(key);
    button.getStyleClass().add("compact");
    button.setOnAction(event -> run.run());
  }

  private void showEntity(@Nullable RawEntity now) {
    if (now == null) {
      return;
    }
    List<String> paths = now.parts().stream().map(RawEntity.Part::path).toList();
    showing = true;
    if (!files.getItems().equals(paths)) {
      files.getItems().setAll(paths);
    }
    files.getSelectionModel().select(raw.part().get());
    showing = false;
    shown(files, paths.size() > 1);
    about.setText(
        switch (now.form()) {
          case FILES -> texts.get("editor.raw.as-committed", paths.get(raw.part().get()));
          case CONTENT -> texts.get("editor.raw.content");
          case TOO_LONG -> texts.get("editor.raw.too-long");
        });
    showPart();
    editable();
    goToWanted();
  }

  private void showPart() {
    RawEntity now = raw.shown().get();
    if (now == null) {
      return;
    }
    RawEntity.Part part = now.parts().get(raw.part().get());
    CodeEditor text = editor;
    if (text == null) {
      text =
          new CodeEditor(texts.get("editor.raw.text"), part.language(), colouring, texts.plain());
      CodeEditor made = text;
      made.input().setId("raw-text");
      made.onTyped(() -> raw.typed(made::text));
      keys.install(made.input(), made::isEditable, typing());
      VBox.setVgrow(made, Priority.ALWAYS);
      getChildren().add(made);
      editor = made;
    }
    text.show(raw.text());
  }

  private EditingKeys.Typing typing() {
    return new EditingKeys.Typing() {
      @Override
      public boolean typed() {
        return raw.typed();
      }

      @Override
      public boolean undoneByControl() {
        return true;
      }

      @Override
      public void takeBack() {
        raw.takeEntity();
      }

      @Override
      public void commit() {
        raw.commit();
      }
    };
  }

  private void chooseFile(int file) {
    if (!showing) {
      raw.show(file);
    }
  }

  private void editable() {
    CodeEditor text = editor;
    if (text != null) {
      text.editable(raw.editable().get());
    }
  }

  private void showProblem(@Nullable RawProblem found) {
    problem.setText(found == null ? "" : texts.problem(found));
    go.setVisible(found instanceof RawProblem.Text);
    go.setManaged(found instanceof RawProblem.Text);
    shown(problemLine, found != null);
  }

  private void goToProblem() {
    CodeEditor text = editor;
    if (text != null && raw.problem().get() instanceof RawProblem.Text(var why)) {
      raw.show(why.part());
      text.goTo(why.line(), why.column());
    }
  }

  private void showNote(RawNote now) {
    note.setText(
        switch (now) {
          case NONE -> "";
          case NOTHING_CHANGED -> texts.get("editor.raw.nothing-changed");
          case CHANGED_MEANWHILE -> texts.get("editor.raw.changed-meanwhile");
          case PUT_ASIDE -> texts.get("editor.raw.put-aside");
        });
    shown(keepTyped, now == RawNote.CHANGED_MEANWHILE);
    shown(takeEntity, now == RawNote.CHANGED_MEANWHILE || now == RawNote.NOTHING_CHANGED);
    shown(bringBack, now == RawNote.PUT_ASIDE);
    shown(noteLine, now != RawNote.NONE);
  }

  private static void shown(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
