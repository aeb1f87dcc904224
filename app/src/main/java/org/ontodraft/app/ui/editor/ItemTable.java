package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Provenance;
import tools.jackson.databind.JsonNode;

/**
 * The properties or subobjects an entity has, directly or by inheritance, with those the draft took
 * away.
 *
 * @param itemType {@link EntityType#PROPERTY} or {@link EntityType#SUBOBJECT}
 * @param inherits whether the owner can inherit items at all
 * @param baseLists the lists of the base's document, by their field's name
 * @param rows required first, then optional, then inherited; by label
 */
public record ItemTable(
    EntityType itemType, boolean inherits, Map<String, JsonNode> baseLists, List<Row> rows) {
  public ItemTable {
    baseLists = Map.copyOf(baseLists);
    rows = List.copyOf(rows);
  }

  /** Where a row stands when the table is by need. */
  public enum Section {
    REQUIRED,
    OPTIONAL,
    INHERITED
  }

  /** What the draft does to a row. */
  public enum Change {
    NONE,
    ADDED,
    REMOVED,
    /** Was optional, or was required. */
    NEED,
    /** Was inherited only, or was listed here. */
    PLACE,
    /** The item itself is new, other or gone. */
    ITEM_ADDED,
    ITEM_MODIFIED,
    ITEM_DELETED
  }

  /**
   * One item.
   *
   * @param details datatype and cardinality of a property; empty for others
   * @param base how the item comes to the owner at the base, or null
   * @param mine how it does in the draft, or null when the draft took it away
   */
  public record Row(
      NamedItem item,
      List<String> details,
      @Nullable EffectiveItem base,
      @Nullable EffectiveItem mine,
      Change change) {
    public Row {
      details = List.copyOf(details);
      if (base == null && mine == null) {
        throw new IllegalArgumentException(item.text() + " is on neither side");
      }
    }

    /** How the item comes to the owner, or came before the draft took it away. */
    public EffectiveItem shown() {
      EffectiveItem shown = mine == null ? base : mine;
      if (shown == null) {
        throw new IllegalStateException(item.text() + " is on neither side");
      }
      return shown;
    }

    /** Where the row stands. */
    public Section section() {
      if (!shown().direct()) {
        return Section.INHERITED;
      }
      return shown().required() ? Section.REQUIRED : Section.OPTIONAL;
    }

    /** Whether the draft took the item away. */
    public boolean removed() {
      return mine == null;
    }

    /** Where the item comes from: the nearest source. */
    public Provenance source() {
      return shown().winner();
    }
  }

  /** How many items there are in the draft. */
  public long effective() {
    return rows.stream().filter(row -> !row.removed()).count();
  }

  /** How many of them the owner itself lists. */
  public long direct() {
    return rows.stream().filter(row -> !row.removed() && row.shown().direct()).count();
  }

  /** The name of the list that holds items of this need. */
  public String field(boolean required) {
    return fieldOf(itemType, required);
  }

  static String fieldOf(EntityType itemType, boolean required) {
    return (required ? "required_" : "optional_") + itemType.folder();
  }
}
