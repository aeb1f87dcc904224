package org.ontodraft.app.ui.editor;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.control.Chip;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.editor.SetFieldViewModel.Item;
import org.ontodraft.app.ui.editor.SetFieldViewModel.Side;

/** One item of a set, with a button that takes it out or puts it back. */
final class SetChip extends StackPane {
  private final Item item;
  private final SetFieldViewModel field;
  private final boolean editable;

  SetChip(Item item, SetFieldViewModel field, EditorTexts texts, boolean editable) {
    this.item = item;
    this.field = field;
    this.editable = editable;
    getStyleClass().add("set-chip");
    Glyph glyph = field.target().map(Glyph::of).orElse(null);
    Chip chip = new Chip(glyph, item.text());
    chip.show(
        switch (item.side()) {
          case BOTH -> Chip.Kind.PLAIN;
          case ADDED -> Chip.Kind.ADDED;
          case REMOVED -> Chip.Kind.REMOVED;
        });
    NamedItem entity = item.entity();
    boolean missing = entity != null && entity.presence() == Presence.MISSING;
    if (missing) {
      Label note = new Label(texts.get("editor.chip.missing"));
      note.getStyleClass().add("chip-note");
      chip.addTrailing(note);
      note.getStyleClass().remove("remove");
      note.setGraphic(new Icon(Glyph.WARNING, "small-icon"));
    }
    if (editable) {
      chip.addTrailing(handle(texts));
    }
    getChildren().add(chip);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(spoken(texts, missing));
    Hint.say(this, hint(texts, entity));
    setOnMouseClicked(event -> {
      requestFocus();
      if (event.getClickCount() == 2) {
        open();
      }
    });
  }

  /**
   * For the mouse; the keys of a chip do the same. An icon alone: a module has hundreds of chips.
   */
  private Icon handle(EditorTexts texts) {
    boolean removed = item.side() == Side.REMOVED;
    Icon handle =
        Icon.named(
            removed ? Glyph.UNDO : Glyph.CLOSE,
            texts.get(removed ? "editor.chip.restore" : "editor.chip.remove", item.text()),
            "chip-handle");
    handle.setOnMouseClicked(event -> {
      toggle();
      event.consume();
    });
    return handle;
  }

  private String spoken(EditorTexts texts, boolean missing) {
    String state =
        switch (item.side()) {
          case BOTH -> "";
          case ADDED -> ", " + texts.get("editor.chip.added");
          case REMOVED -> ", " + texts.get("editor.chip.removed");
        };
    return item.text() + state + (missing ? ", " + texts.get("editor.chip.missing") : "");
  }

  private static String hint(EditorTexts texts, @Nullable NamedItem entity) {
    if (entity == null) {
      return texts.get("editor.chip.hint");
    }
    return switch (entity.presence()) {
      case MISSING -> texts.get("editor.chip.hint.missing");
      case DELETED -> texts.get("editor.key.deleted", entity.label());
      case ADDED -> texts.get("editor.key.added", entity.label());
      case PRESENT -> texts.get("editor.chip.hint.entity", entity.label());
    };
  }

  /** What it stands for. */
  Item item() {
    return item;
  }

  /** Whether it was made for a field that can be edited, or for one that can be read. */
  boolean isFor(boolean editing) {
    return editable == editing;
  }

  void open() {
    field.open(item);
  }

  void toggle() {
    if (!editable) {
      return;
    }
    if (item.side() == Side.REMOVED) {
      field.restore(item.text());
    } else {
      field.remove(item.text());
    }
  }
}
