package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.common.GradualList;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.control.SuggestionPopup;
import org.ontodraft.app.ui.editor.ItemTable.Row;
import org.ontodraft.app.ui.editor.ItemTable.Section;
import org.ontodraft.app.ui.editor.ItemTableViewModel.Grouping;
import org.ontodraft.app.ui.editor.ItemTableViewModel.Line;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * The table of effective properties or subobjects. Its keys are those of {@link Context#TABLE}: one
 * opens, one takes out or puts back, one makes required or optional, one adds.
 */
final class ItemTablePane extends VBox {
  /** Top and bottom, rounded up to whole pixels of any screen. */
  private static final double BORDERS = 4;

  /** How wide the table is, in heights of its small text, for all of its columns. */
  private static final double ROOM = 44;

  /** Lines shown before the table scrolls by itself. */
  private static final int MOST_LINES = 18;

  private static final int LINES_AT_ONCE = 4;

  private final ItemTableViewModel table;
  private final EditorTexts texts;
  private final DeedMenu deeds;
  private final Label counts = new Label();
  private final ListView<Line> list = new ListView<>();
  private final GradualList<Line> lines;
  private final TextField input = new TextField();
  private final Label adding = new Label();
  private final HBox addLine = new HBox(adding, input);
  private final Label refused = new Label();
  private boolean addRequired;

  ItemTablePane(ItemTableViewModel table, EditorTexts texts) {
    this.table = table;
    this.texts = texts;
    this.deeds = new DeedMenu(texts.plain(), this::isPossible, this::perform);
    getStyleClass().add("item-table");
    setMinWidth(0);
    EntityType type = table.table().get().itemType();
    setId("table-" + type.id());
    String name = texts.plain().types(type);
    Label heading = new Label(name);
    heading.getStyleClass().add("section-text");
    counts.getStyleClass().addAll("small-text", "muted-text");
    FlowPane head = new FlowPane(heading, counts);
    head.getStyleClass().add("table-head");
    head.setMinWidth(0);
    if (table.table().get().inherits()) {
      FlowPane choices = new FlowPane(changedOnly(), grouping());
      choices.getStyleClass().add("table-choices");
      head.getChildren().add(choices);
      // At the right where there is room, in a line of their own where there is none, and below
      // each other where that is too narrow as well.
      choices
          .prefWidthProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () -> {
                    double room =
                        head.getWidth()
                            - heading.getWidth()
                            - counts.getWidth()
                            - 2 * head.getHgap()
                            - 1;
                    double needed = choices.getHgap();
                    for (Node choice : choices.getChildren()) {
                      needed += choice.prefWidth(-1);
                    }
                    return room >= needed ? room : head.getWidth();
                  },
                  head.widthProperty(),
                  heading.widthProperty(),
                  counts.widthProperty(),
                  head.hgapProperty()));
    }

    ReadOnlyBooleanProperty narrow = Narrow.of(this, counts, ROOM);
    list.setAccessibleText(name);
    list.focusedProperty().subscribe(now -> list.setAccessibleHelp(help()));
    list.getStyleClass().add("item-list");
    lines = new GradualList<>(list, table.lines(), MOST_LINES, LINES_AT_ONCE);
    list.setCellFactory(view -> new ItemTableCell(table, texts, this::startAdding, narrow));
    list.setOnKeyPressed(this::pressed);
    list.setOnContextMenuRequested(event -> {
      Row row = selected();
      if (row != null) {
        menu(row).show(list, event.getScreenX(), event.getScreenY());
        event.consume();
      }
    });
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && selected() instanceof Row row) {
        table.open(row);
      }
    });

    input.getStyleClass().add("compact");
    input.setOnAction(event -> add(input.getText().strip()));
    input.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInInput);
    HBox.setHgrow(input, Priority.ALWAYS);
    new SuggestionPopup(
            input,
            texts.get("editor.suggest", texts.plain().type(type)),
            answer -> table.suggest(input.getText(), answer),
            key -> add(key.key()))
        .creating(text -> texts.creation(type, text), this::create);
    addLine.getStyleClass().add("add-line");
    showAdding(false);
    ItemTableHeader columns = new ItemTableHeader(texts, type, narrow);
    VBox grid = new VBox(columns, list);
    grid.setMinWidth(0);
    refused.getStyleClass().addAll("small-text", "field-problem");
    refused.setWrapText(true);
    refused.setManaged(false);
    getChildren().addAll(head, grid, addLine, refused);

    table.lines().addListener((ListChangeListener<Line>) change -> requestLayout());
    table.table().subscribe(this::count);
    table.editable().subscribe(now -> list.refresh());
  }

  /** Whether this is one of the lists that the table shows. */
  boolean holds(String field) {
    ItemTable now = table.table().get();
    return field.equals(now.field(true)) || field.equals(now.field(false));
  }

  /** Puts the focus on an item, or on the first one where there is no such item. */
  void goTo(String item) {
    lines.showAll();
    Predicate<Line> wanted =
        line -> line instanceof Line.Item(Row row) && row.item().text().equals(item);
    if (list.getItems().stream().noneMatch(wanted)) {
      table.changedOnly().set(false);
    }
    list.requestFocus();
    IntStream.range(0, list.getItems().size())
        .filter(at -> wanted.test(list.getItems().get(at)))
        .findFirst()
        .ifPresentOrElse(this::select, () -> focusRow(selected()));
  }

  private void select(int at) {
    list.getSelectionModel().clearAndSelect(at);
    list.getFocusModel().focus(at);
    list.scrollTo(Math.max(0, at - 2));
  }

  /** What the keys do, with those that count now. */
  private String help() {
    return texts.get(
        "editor.table.help",
        Stream.of(Deed.TABLE_OPEN, Deed.TABLE_REMOVE, Deed.TABLE_NEED, Deed.TABLE_ADD)
            .map(deed -> deed.cap(list).getValue())
            .toArray());
  }

  /** Whether the keys go to this table. */
  ReadOnlyBooleanProperty focusedList() {
    return list.focusedProperty();
  }

  private CheckBox changedOnly() {
    CheckBox box = new CheckBox(texts.get("editor.table.changed-only"));
    box.setMinWidth(USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(table.changedOnly());
    return box;
  }

  private Node grouping() {
    SegmentedControl<Grouping> control =
        new SegmentedControl<>(
            texts.get("editor.table.grouping"),
            List.of(Grouping.values()),
            grouping ->
                switch (grouping) {
                  case NEED -> texts.get("editor.table.by-need");
                  case SOURCE -> texts.get("editor.table.by-source");
                });
    control.value().bindBidirectional(table.grouping());
    control.setMinWidth(USE_PREF_SIZE);
    return control;
  }

  private void count(ItemTable now) {
    counts.setText(
        now.inherits()
            ? texts.get(
                "editor.table.counts",
                now.effective(),
                now.direct(),
                now.effective() - now.direct())
            : texts.get("editor.table.count", now.effective()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double row = rowHeight();
    if (row != list.getFixedCellSize()) {
      list.setFixedCellSize(row);
    }
    super.layoutChildren();
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = rowHeight() * Math.min(table.lines().size(), MOST_LINES) + BORDERS;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
    return super.computePrefHeight(width);
  }

  /** 26 of the 13 pixels the root has at 100 percent. */
  private double rowHeight() {
    return Math.rint(counts.getFont().getSize() / 0.923 * 2);
  }

  private @Nullable Row selected() {
    return list.getSelectionModel().getSelectedItem() instanceof Line.Item(Row row) ? row : null;
  }

  private void pressed(KeyEvent event) {
    Deed.of(Context.TABLE, list.getScene(), event)
        .filter(this::isPossible)
        .ifPresent(deed -> {
          perform(deed);
          event.consume();
        });
  }

  private boolean isPossible(Deed deed) {
    Row row = selected();
    boolean editable = table.editable().get();
    return switch (deed) {
      case TABLE_OPEN -> row != null;
      case TABLE_ADD -> editable;
      case TABLE_NEED -> editable && row != null && !row.removed();
      case TABLE_REMOVE -> editable && row != null && row.shown().direct();
      default -> false;
    };
  }

  /** Does to the selected row what a key would do. Without one it goes to the first. */
  void perform(Deed deed) {
    Row row = selected();
    if (deed == Deed.TABLE_ADD && isPossible(deed)) {
      startAdding(row == null || row.section() != Section.OPTIONAL);
    } else if (row == null || !isPossible(deed)) {
      focusRow(row);
    } else if (deed == Deed.TABLE_OPEN) {
      table.open(row);
    } else if (deed == Deed.TABLE_NEED) {
      table.setRequired(row, !row.shown().required());
    } else if (deed == Deed.TABLE_REMOVE) {
      ItemTableCell.toggle(table, row);
    }
  }

  private void focusRow(@Nullable Row row) {
    lines.showAll();
    list.requestFocus();
    if (row == null) {
      IntStream.range(0, list.getItems().size())
          .filter(at -> list.getItems().get(at) instanceof Line.Item)
          .findFirst()
          .ifPresent(list.getSelectionModel()::select);
    }
  }

  /** What is done by keys is listed with them; what a row offers beside that comes after. */
  private ContextMenu menu(Row row) {
    ContextMenu menu = new ContextMenu();
    deed(menu, Deed.TABLE_OPEN, "editor.table.open");
    boolean direct = row.shown().direct();
    if (!direct) {
      item(menu, "editor.table.open-source", () -> table.open(row.source().source()));
    }
    if (!table.editable().get()) {
      return menu;
    }
    if (row.removed()) {
      if (direct) {
        deed(menu, Deed.TABLE_REMOVE, "editor.table.restore");
      }
      return menu;
    }
    if (direct) {
      deed(
          menu,
          Deed.TABLE_NEED,
          row.shown().required() ? "editor.table.make-optional" : "editor.table.make-required");
      deed(menu, Deed.TABLE_REMOVE, "editor.table.remove");
    } else {
      // The key turns what the row has: here both are offered, and it stands at what it would do.
      boolean required = row.shown().required();
      listHere(menu, row, true, required);
      listHere(menu, row, false, required);
    }
    if (row.change() == ItemTable.Change.NEED
        || row.change() == ItemTable.Change.PLACE
        || row.change() == ItemTable.Change.ADDED && direct) {
      item(menu, "editor.revert", () -> table.restore(row));
    }
    menu.getItems().add(deeds.item(list, Deed.TABLE_ADD));
    return menu;
  }

  private void listHere(ContextMenu menu, Row row, boolean asRequired, boolean isRequired) {
    String key = asRequired ? "editor.table.require-here" : "editor.table.list-here";
    if (asRequired == isRequired) {
      item(menu, key, () -> table.setRequired(row, asRequired));
    } else {
      deed(menu, Deed.TABLE_NEED, key);
    }
  }

  private void deed(ContextMenu menu, Deed deed, String key) {
    menu.getItems().add(deeds.item(list, deed, texts.get(key)));
  }

  private void item(ContextMenu menu, String key, Runnable run) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setId(key);
    item.setOnAction(event -> run.run());
    menu.getItems().add(item);
  }

  private void startAdding(boolean required) {
    addRequired = required;
    String type = texts.plain().type(table.table().get().itemType());
    adding.setText(
        texts.get(required ? "editor.table.add-required" : "editor.table.add-optional", type));
    adding.setLabelFor(input);
    showAdding(true);
    input.requestFocus();
  }

  private void add(String item) {
    if (item.isEmpty()) {
      return;
    }
    EntityType type = table.table().get().itemType();
    String wrong =
        EntityKey.problemWith(type, item)
            .map(why -> texts.problem(new FieldProblem.NotKey(item, why)))
            .orElse("");
    refused.setText(wrong);
    refused.setManaged(!wrong.isEmpty());
    if (wrong.isEmpty()) {
      table.add(item, addRequired);
      input.clear();
    }
  }

  private void create(String text) {
    boolean required = addRequired;
    input.clear();
    table.create(adding.getText(), text, required, () -> input.setText(text));
  }

  private void pressedInInput(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      input.clear();
      showAdding(false);
      list.requestFocus();
      event.consume();
    }
  }

  private void showAdding(boolean shown) {
    addLine.setVisible(shown);
    addLine.setManaged(shown);
  }
}
