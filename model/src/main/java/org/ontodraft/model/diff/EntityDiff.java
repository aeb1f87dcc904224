package org.ontodraft.model.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Entry;
import org.ontodraft.model.diff.FieldChange.Item;
import org.ontodraft.model.diff.FieldChange.Kind;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.JsonNode;

/** Compares two documents of one entity, field by field. */
public final class EntityDiff {
  private EntityDiff() {}

  /**
   * A row for every field either side has, in the order of the type, unknown members last. Set
   * fields are equal when they hold the same items. Null stands for an absent entity.
   */
  public static List<FieldChange> between(
      EntityType type, @Nullable EntityDocument base, @Nullable EntityDocument mine) {
    List<FieldChange> rows = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (FieldSpec field : EntityFields.of(type)) {
      shown.add(field.name());
      addRow(rows, field, base, mine);
    }
    for (EntityDocument side : new @Nullable EntityDocument[] {base, mine}) {
      if (side != null) {
        for (String name : side.json().propertyNames()) {
          if (shown.add(name)) {
            addRow(rows, EntityFields.unknown(name), base, mine);
          }
        }
      }
    }
    return rows;
  }

  /**
   * Whether two values of a field mean the same: the same JSON, or for a set the same items in any
   * order. Null stands for a document without the field.
   */
  public static boolean same(FieldSpec field, @Nullable JsonNode left, @Nullable JsonNode right) {
    if (left == null || right == null) {
      return left == right;
    }
    return left.equals(right)
        || field.isSet()
            && left.isArray()
            && right.isArray()
            && new HashSet<>(left.values()).equals(new HashSet<>(right.values()));
  }

  private static void addRow(
      List<FieldChange> rows,
      FieldSpec field,
      @Nullable EntityDocument baseDocument,
      @Nullable EntityDocument mineDocument) {
    JsonNode base = baseDocument == null ? null : baseDocument.get(field.name());
    JsonNode mine = mineDocument == null ? null : mineDocument.get(field.name());
    if (base == null && mine == null) {
      return;
    }
    Kind kind = Kind.MODIFIED;
    if (base == null) {
      kind = Kind.ADDED;
    } else if (mine == null) {
      kind = Kind.REMOVED;
    } else if (same(field, base, mine)) {
      kind = Kind.UNCHANGED;
    }
    rows.add(new FieldChange(field, base, mine, kind, detail(field, base, mine, kind)));
  }

  private static Detail detail(
      FieldSpec field, @Nullable JsonNode base, @Nullable JsonNode mine, Kind kind) {
    if (field.isSet() && isScalarList(base) && isScalarList(mine)) {
      return items(base, mine);
    }
    if (kind == Kind.UNCHANGED) {
      return new Detail.Whole();
    }
    return switch (field.kind()) {
      case TEXT, LONG_TEXT ->
          isText(base) && isText(mine)
              ? text(field.kind(), asText(base), asText(mine))
              : new Detail.Whole();
      case PAGES -> PageDiff.between(base, mine).orElseGet(() -> sequence(base, mine));
      case IMAGES, JSON -> sequence(base, mine);
      case CHOICE, BOOLEAN, INTEGER, KEY, KEY_SET, STRING_SET -> new Detail.Whole();
    };
  }

  private static Detail sequence(@Nullable JsonNode base, @Nullable JsonNode mine) {
    if (!isList(base) || !isList(mine)) {
      return new Detail.Whole();
    }
    List<JsonNode> before = base == null ? List.of() : List.copyOf(base.values());
    List<JsonNode> after = mine == null ? List.of() : List.copyOf(mine.values());
    return new Detail.Sequence(
        Place.align(before, after).stream()
            .map(place ->
                switch (place) {
                  case Place.Kept(int was, int is) -> new Entry(after.get(is), place);
                  case Place.Moved(int was, int is) -> new Entry(after.get(is), place);
                  case Place.Removed(int was) -> new Entry(before.get(was), place);
                  case Place.Added(int is) -> new Entry(after.get(is), place);
                })
            .toList());
  }

  private static boolean isList(@Nullable JsonNode value) {
    return value == null || value.isArray();
  }

  private static Detail text(FieldKind kind, String base, String mine) {
    boolean lines = base.indexOf('\n') >= 0 || mine.indexOf('\n') >= 0;
    return kind == FieldKind.LONG_TEXT && lines
        ? new Detail.Lines(TextDiff.lines(base, mine))
        : TextDiff.words(base, mine);
  }

  private static Detail.Items items(@Nullable JsonNode base, @Nullable JsonNode mine) {
    Set<String> before = itemTexts(base);
    Set<String> after = itemTexts(mine);
    Set<String> all = new TreeSet<>(before);
    all.addAll(after);
    return new Detail.Items(
        all.stream()
            .map(text -> {
              Side only = before.contains(text) ? Side.BASE_ONLY : Side.MINE_ONLY;
              boolean both = before.contains(text) && after.contains(text);
              return new Item(text, both ? Side.BOTH : only);
            })
            .toList());
  }

  private static Set<String> itemTexts(@Nullable JsonNode list) {
    Set<String> texts = new HashSet<>();
    if (list != null) {
      list.values()
          .forEach(item -> texts.add(item.isString() ? item.stringValue() : item.toString()));
    }
    return texts;
  }

  private static boolean isScalarList(@Nullable JsonNode value) {
    return value == null || value.isArray() && value.valueStream().noneMatch(JsonNode::isContainer);
  }

  private static boolean isText(@Nullable JsonNode value) {
    return value == null || value.isString();
  }

  private static String asText(@Nullable JsonNode value) {
    return value == null ? "" : value.stringValue();
  }
}
