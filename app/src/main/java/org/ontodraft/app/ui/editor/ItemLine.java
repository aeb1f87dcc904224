package org.ontodraft.app.ui.editor;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.control.ChangeBar;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.editor.ItemTable.Change;
import org.ontodraft.app.ui.editor.ItemTable.Row;
import org.ontodraft.model.entity.EntityStatus;

/** An item in its columns, with what the draft does to it. */
final class ItemLine {
  private final ItemTableViewModel table;
  private final EditorTexts texts;
  private final ObservableBooleanValue narrow;
  private final ChangeBar bar = new ChangeBar();
  private final StatusMark mark;
  private final Label name = new Label();
  private final Label details = new Label();
  private final Label source = new Label();
  private final Label change = new Label();
  private final Hyperlink undo = new Hyperlink();
  private final Icon inherited = new Icon(Glyph.INHERITED, "small-icon");
  private final ItemColumns columns;

  /**
   * A line without an item.
   *
   * @param narrow whether there is little room for the columns
   */
  ItemLine(ItemTableViewModel table, EditorTexts texts, ObservableBooleanValue narrow) {
    this.table = table;
    this.texts = texts;
    this.narrow = narrow;
    this.mark = new StatusMark(texts.plain());
    Glyph glyph = Glyph.of(table.table().get().itemType());
    name.setGraphic(new Icon(glyph, "small-icon"));
    details.getStyleClass().add("muted-text");
    change.getStyleClass().addAll("small-text", "muted-text");
    undo.setText(texts.get("editor.table.undo"));
    undo.getStyleClass().add("small-text");
    undo.setFocusTraversable(false);
    columns = new ItemColumns(new HBox(bar, mark), narrow);
    columns.put(0, name);
    columns.put(1, details);
    columns.put(2, source);
    change.setMinWidth(0);
    undo.setMinWidth(Region.USE_PREF_SIZE);
    HBox changes = new HBox(change, undo);
    changes.getStyleClass().add("item-change");
    changes.setMinWidth(0);
    columns.put(3, changes);
  }

  /** What is shown of it. */
  Node node() {
    return columns;
  }

  /** Shows an item; says it in words. */
  String show(Row row) {
    EntityStatus status = statusOf(row.change());
    bar.show(status);
    mark.show(status);
    showName(row);
    boolean direct = row.shown().direct();
    int more = row.shown().provenance().size() - 1;
    String from = row.source().source().key();
    source.setText(more > 0 ? texts.get("editor.table.and-more", from, more) : from);
    source.setGraphic(direct ? null : inherited);
    String provenance = texts.provenance(row.shown());
    Hint.say(source, provenance);
    Hint.say(change, provenance);
    String changed = texts.change(table.table().get().itemType(), row);
    boolean need = changed.isEmpty() && !direct && row.shown().required();
    String said = need ? texts.get("editor.source.required") : changed;
    change.setText(narrow.get() ? withSource(from, changed, said) : said);
    boolean undoable = table.editable().get() && row.removed() && direct;
    undo.setVisible(undoable);
    undo.setManaged(undoable);
    undo.setOnAction(event -> table.restore(row));
    return texts.get(
        "editor.table.spoken",
        row.item().text(),
        texts.section(row.section()),
        details.getText(),
        from,
        changed);
  }

  private void showName(Row row) {
    name.setText(row.item().text());
    name.getStyleClass().removeAll("struck-text", "missing");
    if (row.removed() || row.change() == Change.ITEM_DELETED) {
      name.getStyleClass().add("struck-text");
    }
    boolean missing = row.item().presence() == Presence.MISSING;
    details.setText(missing ? texts.get("editor.chip.missing") : String.join(", ", row.details()));
    details.setGraphic(missing ? new Icon(Glyph.WARNING, "small-icon") : null);
    String label = row.item().label();
    Hint.say(name, details.getText().isEmpty() ? label : label + "\n" + details.getText());
  }

  /** Where there is no column for it: what changed, or else where it comes from. */
  private static String withSource(String from, String changed, String said) {
    if (!changed.isEmpty()) {
      return changed;
    }
    return said.isEmpty() ? from : from + ", " + said;
  }

  private static EntityStatus statusOf(Change change) {
    return switch (change) {
      case NONE -> EntityStatus.UNCHANGED;
      case ADDED, ITEM_ADDED -> EntityStatus.ADDED;
      case REMOVED, ITEM_DELETED -> EntityStatus.DELETED;
      case NEED, PLACE, ITEM_MODIFIED -> EntityStatus.MODIFIED;
    };
  }
}
