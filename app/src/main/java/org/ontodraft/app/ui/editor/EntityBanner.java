package org.ontodraft.app.ui.editor;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.KeyCap;
import org.ontodraft.app.ui.editor.EntityViewModel.Mode;

/** The band above the form that says why it cannot be edited, and the way out. */
final class EntityBanner extends HBox {
  private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

  private final EntityViewModel viewModel;
  private final EditorTexts texts;
  private final Icon icon = new Icon(Glyph.LOCK);
  private final Label text = new Label();
  private final Button action = new Button();
  private final KeyCap key = new KeyCap("F2");

  EntityBanner(EntityViewModel viewModel, EditorTexts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("entity-banner");
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    action.getStyleClass().add("compact");
    action.setMinWidth(USE_PREF_SIZE);
    act("editor.banner.start", viewModel::startDraft);
    getChildren().setAll(icon, text, key, action);
    viewModel.mode().subscribe(mode -> show());
    viewModel.draftWanted().subscribe(wanted -> show());
  }

  private void show() {
    Mode mode = viewModel.mode().get();
    boolean wanted = viewModel.draftWanted().get();
    pseudoClassStateChanged(WANTED, wanted);
    action.getStyleClass().remove("accent");
    key.setVisible(mode == Mode.READING);
    key.setManaged(mode == Mode.READING);
    boolean shown =
        switch (mode) {
          case READING -> {
            icon.show(Glyph.LOCK);
            text.setText(texts.get(wanted ? "editor.banner.wanted" : "editor.banner.reading"));
            act("editor.banner.start", viewModel::startDraft);
            action.getStyleClass().add("accent");
            yield true;
          }
          case DRAFT_CLOSED -> {
            icon.show(Glyph.LOCK);
            text.setText(texts.get("editor.banner.closed"));
            act("editor.banner.start", viewModel::startDraft);
            yield true;
          }
          case DELETED -> {
            icon.show(Glyph.TRASH);
            text.setText(texts.get("editor.banner.deleted"));
            act("editor.banner.restore", viewModel::revertAll);
            yield true;
          }
          case LOADING, EDITING, ABSENT, UNREADABLE -> false;
        };
    setVisible(shown);
    setManaged(shown);
  }

  private void act(String label, Runnable run) {
    action.setText(texts.get(label));
    action.setOnAction(event -> run.run());
  }
}
