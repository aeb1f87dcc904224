package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.ui.control.Suggestion;
import org.ontodraft.app.ui.editor.ItemTable.Row;
import org.ontodraft.app.ui.editor.ItemTable.Section;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectiveItem;
import tools.jackson.databind.JsonNode;

/**
 * The properties or subobjects of an entity as lines, and what can be done with them. Each edit
 * changes both lists in one step and is worked out when its turn comes, so quick edits add up.
 */
public final class ItemTableViewModel {
  private final EntityKey owner;
  private final FieldOwner fields;
  private final Consumer<Function<DraftSession, Outcome<DraftOverlay>>> edits;
  private final ReadOnlyObjectWrapper<ItemTable> table;
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.NEED);
  private final BooleanProperty changedOnly = new SimpleBooleanProperty();
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObservableList<Line> linesView = FXCollections.unmodifiableObservableList(lines);

  /** How lines are put together. */
  public enum Grouping {
    NEED,
    SOURCE
  }

  /** A line of the table. */
  public sealed interface Line {
    /** The items of one need follow. */
    record Need(Section section, int count) implements Line {}

    /** The items of one source follow. */
    record Source(EntityKey source, int depth, int count) implements Line {}

    /** An item. */
    record Item(Row row) implements Line {}
  }

  ItemTableViewModel(
      EntityKey owner,
      ItemTable table,
      FieldOwner fields,
      Consumer<Function<DraftSession, Outcome<DraftOverlay>>> edits) {
    this.owner = owner;
    this.fields = fields;
    this.edits = edits;
    this.table = new ReadOnlyObjectWrapper<>(table);
    grouping.subscribe(now -> arrange());
    changedOnly.subscribe(now -> arrange());
  }

  /** What is shown. */
  public ReadOnlyObjectProperty<ItemTable> table() {
    return table.getReadOnlyProperty();
  }

  /** The lines, headings included. */
  public ObservableList<Line> lines() {
    return linesView;
  }

  /** Whether the lists can be changed now. */
  public ReadOnlyBooleanProperty editable() {
    return editable.getReadOnlyProperty();
  }

  /** How lines are put together. */
  public ObjectProperty<Grouping> grouping() {
    return grouping;
  }

  /** Whether only what the draft changes is shown. */
  public BooleanProperty changedOnly() {
    return changedOnly;
  }

  /** Looks for items to add. */
  public void suggest(String query, Consumer<List<Suggestion>> answer) {
    Set<String> direct =
        table.get().rows().stream()
            .filter(row -> !row.removed() && row.shown().direct())
            .map(row -> row.item().text())
            .collect(Collectors.toCollection(TreeSet::new));
    fields
        .lookups()
        .suggest(table.get().itemType().id(), itemType(), Optional.empty(), query, direct, answer);
  }

  /** Adds an item to the required or the optional ones; it moves when it is among the others. */
  public void add(String item, boolean required) {
    change(document -> put(document, item, required));
  }

  /** Asks for an entity that is not there yet, to be added once it is. */
  void create(String field, String text, boolean required, Runnable cancelled) {
    fields
        .lookups()
        .create(
            new EntityCreation.Wish(
                itemType(),
                SetFieldViewModel.keyOf(text),
                Optional.empty(),
                field,
                key -> add(key.key(), required),
                cancelled));
  }

  /** Makes a direct item required or optional, or lists an inherited one here. */
  public void setRequired(Row row, boolean required) {
    add(row.item().text(), required);
  }

  /** Takes an item out of the lists. What is inherited stays inherited. */
  public void remove(Row row) {
    String item = row.item().text();
    change(document -> without(without(document, item, true), item, false));
  }

  /** Puts an item back as the base has it: in its list and place, or out of both. */
  public void restore(Row row) {
    EffectiveItem base = row.base();
    if (base == null || !base.direct()) {
      remove(row);
    } else {
      add(row.item().text(), base.winner().required());
    }
  }

  /** Shows an item's entity. */
  public void open(Row row) {
    row.item().key().ifPresent(fields.lookups()::open);
  }

  /** Shows a source. */
  public void open(EntityKey source) {
    fields.lookups().open(source);
  }

  void show(ItemTable now) {
    if (!now.equals(table.get())) {
      table.set(now);
      arrange();
    }
  }

  void editable(boolean can) {
    editable.set(can);
  }

  private EntityType itemType() {
    return table.get().itemType();
  }

  private void change(UnaryOperator<EntityDocument> edit) {
    edits.accept(session -> session.change(owner, edit));
  }

  private EntityDocument put(EntityDocument document, String item, boolean required) {
    EntityDocument rest = without(document, item, !required);
    String field = table.get().field(required);
    SetValue present = SetValue.of(rest.get(field));
    SetValue base = SetValue.of(baseList(field));
    SetValue next = base.items().contains(item) ? present.restore(item, base) : present.plus(item);
    return next.equals(present) ? rest : with(rest, field, next);
  }

  private EntityDocument without(EntityDocument document, String item, boolean required) {
    String field = table.get().field(required);
    SetValue present = SetValue.of(document.get(field));
    SetValue next = present.minus(item);
    return next.equals(present) ? document : with(document, field, next);
  }

  private EntityDocument with(EntityDocument document, String field, SetValue items) {
    return document.with(owner.type(), field, items.toJson(baseList(field), false));
  }

  private @Nullable JsonNode baseList(String field) {
    return table.get().baseLists().get(field);
  }

  private void arrange() {
    List<Line> next = new ArrayList<>();
    Map<Line, List<Row>> groups = new LinkedHashMap<>();
    List<Row> rows =
        table.get().rows().stream()
            .filter(row -> !changedOnly.get() || row.change() != ItemTable.Change.NONE)
            .toList();
    switch (grouping.get()) {
      case NEED -> byNeed(rows, groups);
      case SOURCE -> bySource(rows, groups);
    }
    groups.forEach((heading, members) -> {
      next.add(heading);
      members.forEach(row -> next.add(new Line.Item(row)));
    });
    lines.setAll(next);
  }

  /** Required and optional always have a heading: it is where items are added. */
  private void byNeed(List<Row> rows, Map<Line, List<Row>> groups) {
    for (Section section : Section.values()) {
      List<Row> members = rows.stream().filter(row -> row.section() == section).toList();
      if (!members.isEmpty() || section != Section.INHERITED) {
        groups.put(new Line.Need(section, count(members)), members);
      }
    }
  }

  private static void bySource(List<Row> rows, Map<Line, List<Row>> groups) {
    record Place(int depth, EntityKey source) {}
    Map<Place, List<Row>> bySource =
        new TreeMap<>(Comparator.comparing(Place::depth).thenComparing(Place::source));
    for (Row row : rows) {
      Place place = new Place(row.source().depth(), row.source().source());
      bySource.computeIfAbsent(place, p -> new ArrayList<>()).add(row);
    }
    bySource.forEach((place, members) ->
        groups.put(new Line.Source(place.source(), place.depth(), count(members)), members));
  }

  private static int count(List<Row> members) {
    return (int) members.stream().filter(row -> !row.removed()).count();
  }
}
