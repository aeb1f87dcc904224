package org.ontodraft.app.ui.editor;

import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Badge;
import org.ontodraft.app.ui.control.ChangeBar;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.app.ui.editor.ItemTable.Change;
import org.ontodraft.app.ui.editor.ItemTable.Row;
import org.ontodraft.app.ui.editor.ItemTable.Section;
import org.ontodraft.app.ui.editor.ItemTableViewModel.Line;
import org.ontodraft.model.entity.EntityStatus;

/** A line of the table of effective items: a heading or an item. */
final class ItemTableCell extends ListCell<Line> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private final ItemTableViewModel table;
  private final EditorTexts texts;
  private final Consumer<Boolean> add;
  private final ObservableBooleanValue narrow;

  private final ChangeBar bar = new ChangeBar();
  private final StatusMark mark;
  private final Label name = new Label();
  private final Label details = new Label();
  private final Label source = new Label();
  private final Label change = new Label();
  private final Hyperlink undo = new Hyperlink();
  private final Icon inherited = new Icon(Glyph.INHERITED, "small-icon");
  private final Tooltip provenance = new Tooltip();
  private final Tooltip labelTip = new Tooltip();
  private final ItemColumns item;
  private final Label title = new Label();
  private final Badge count = new Badge();
  private final Hyperlink adder = new Hyperlink();
  private final HBox heading;

  /**
   * An empty line.
   *
   * @param add asks for an item to add: a required one, or an optional one
   * @param narrow whether there is little room for the columns
   */
  ItemTableCell(
      ItemTableViewModel table,
      EditorTexts texts,
      Consumer<Boolean> add,
      ObservableBooleanValue narrow) {
    this.table = table;
    this.texts = texts;
    this.add = add;
    this.narrow = narrow;
    this.mark = new StatusMark(texts.plain());
    getStyleClass().add("item-cell");
    // As wide as the list, not as its longest name.
    setPrefWidth(0);
    Glyph glyph = Glyph.of(table.table().get().itemType());
    name.setGraphic(new Icon(glyph, "small-icon"));
    details.getStyleClass().add("muted-text");
    change.getStyleClass().addAll("small-text", "muted-text");
    undo.setText(texts.get("editor.table.undo"));
    undo.getStyleClass().add("small-text");
    undo.setFocusTraversable(false);
    source.setTooltip(provenance);
    change.setTooltip(provenance);
    name.setTooltip(labelTip);
    item = new ItemColumns(new HBox(bar, mark), narrow);
    item.put(0, name);
    item.put(1, details);
    item.put(2, source);
    change.setMinWidth(0);
    undo.setMinWidth(USE_PREF_SIZE);
    HBox changes = new HBox(change, undo);
    changes.getStyleClass().add("item-change");
    changes.setMinWidth(0);
    item.put(3, changes);
    title.getStyleClass().add("medium-text");
    adder.setText(texts.get("editor.table.add"));
    adder.setFocusTraversable(false);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    heading = new HBox(title, count, space, adder);
    heading.getStyleClass().add("item-heading");
    narrow.subscribe(now -> updateItem(getItem(), isEmpty()));
  }

  /** Takes an item out, or puts it back. What is only inherited cannot be taken out here. */
  static void toggle(ItemTableViewModel table, Row row) {
    if (row.removed()) {
      if (row.shown().direct()) {
        table.restore(row);
      }
    } else if (row.shown().direct()) {
      table.remove(row);
    }
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    Line shown = empty ? null : line;
    pseudoClassStateChanged(HEADING, shown != null && !(shown instanceof Line.Item));
    pseudoClassStateChanged(
        CHANGED, shown instanceof Line.Item(Row row) && row.change() != Change.NONE);
    Node graphic =
        switch (shown) {
          case null -> null;
          case Line.Need need -> need(need);
          case Line.Source from -> source(from);
          case Line.Item(Row row) -> item(row);
        };
    setGraphic(graphic);
  }

  private Node need(Line.Need need) {
    title.setText(texts.section(need.section()));
    count.show(need.count());
    boolean addable = table.editable().get() && need.section() != Section.INHERITED;
    adder.setVisible(addable);
    boolean required = need.section() == Section.REQUIRED;
    adder.setOnAction(event -> add.accept(required));
    adder.setAccessibleText(texts.get("editor.table.add-to", texts.section(need.section())));
    setAccessibleText(texts.get("editor.table.heading", title.getText(), need.count()));
    return heading;
  }

  private Node source(Line.Source from) {
    title.setText(
        from.depth() == 0
            ? texts.get("editor.table.here")
            : texts.get("editor.table.from", from.source().key(), from.depth()));
    count.show(from.count());
    adder.setVisible(false);
    setAccessibleText(texts.get("editor.table.heading", title.getText(), from.count()));
    return heading;
  }

  private Node item(Row row) {
    EntityStatus status = statusOf(row.change());
    bar.show(status);
    mark.show(status);
    String label = row.item().label();
    name.setText(row.item().text());
    name.getStyleClass().removeAll("struck-text", "missing");
    if (row.removed() || row.change() == Change.ITEM_DELETED) {
      name.getStyleClass().add("struck-text");
    }
    boolean missing = row.item().presence() == Presence.MISSING;
    details.setText(missing ? texts.get("editor.chip.missing") : String.join(", ", row.details()));
    labelTip.setText(details.getText().isEmpty() ? label : label + "\n" + details.getText());
    details.setGraphic(missing ? new Icon(Glyph.WARNING, "small-icon") : null);
    boolean direct = row.shown().direct();
    int more = row.shown().provenance().size() - 1;
    String from = row.source().source().key();
    source.setText(more > 0 ? texts.get("editor.table.and-more", from, more) : from);
    source.setGraphic(direct ? null : inherited);
    provenance.setText(texts.provenance(row.shown()));
    String changed = texts.change(table.table().get().itemType(), row);
    boolean need = changed.isEmpty() && !direct && row.shown().required();
    String said = need ? texts.get("editor.source.required") : changed;
    change.setText(narrow.get() ? withSource(from, changed, said) : said);
    boolean undoable = table.editable().get() && row.removed() && row.shown().direct();
    undo.setVisible(undoable);
    undo.setManaged(undoable);
    undo.setOnAction(event -> table.restore(row));
    setAccessibleText(
        texts.get(
            "editor.table.spoken",
            row.item().text(),
            texts.section(row.section()),
            details.getText(),
            from,
            changed));
    return item;
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
