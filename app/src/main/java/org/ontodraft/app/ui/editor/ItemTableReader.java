package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.editor.ItemTable.Change;
import org.ontodraft.app.ui.editor.ItemTable.Row;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.hierarchy.Provenance;
import tools.jackson.databind.JsonNode;

/** Works out the table of a category's or subobject's items. Reads documents. */
final class ItemTableReader {
  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::section)
          .thenComparing(row -> row.item().label(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(row -> row.item().text());

  private static final List<Boolean> NEEDS = List.of(false, true);

  private final DraftOverlay overlay;
  private final EntityKey owner;
  private final Hierarchy baseHierarchy;

  ItemTableReader(DraftOverlay overlay, EntityKey owner, Hierarchy baseHierarchy) {
    this.overlay = overlay;
    this.owner = owner;
    this.baseHierarchy = baseHierarchy;
  }

  ItemTable read(
      EntityType itemType, @Nullable EntityDocument base, @Nullable EntityDocument mine) {
    Map<String, EffectiveItem> before = items(itemType, base, baseHierarchy);
    Map<String, EffectiveItem> after = items(itemType, mine, overlay.hierarchy());
    Map<String, EffectiveItem> all = new TreeMap<>(before);
    all.putAll(after);
    List<Row> rows = new ArrayList<>();
    for (String text : all.keySet()) {
      NamedItem item = NamedItem.of(overlay, itemType, text);
      EffectiveItem was = before.get(text);
      EffectiveItem is = after.get(text);
      rows.add(new Row(item, details(item), was, is, change(item, was, is)));
    }
    rows.sort(ORDER);
    boolean inherits = owner.type() == EntityType.CATEGORY;
    return new ItemTable(itemType, inherits, baseLists(itemType, base), rows);
  }

  private static Map<String, JsonNode> baseLists(
      EntityType itemType, @Nullable EntityDocument base) {
    Map<String, JsonNode> lists = new TreeMap<>();
    for (boolean required : NEEDS) {
      String field = ItemTable.fieldOf(itemType, required);
      JsonNode list = base == null ? null : base.get(field);
      if (list != null) {
        lists.put(field, list);
      }
    }
    return lists;
  }

  /** What a document has; names that cannot be keys included, so that they can be taken out. */
  private Map<String, EffectiveItem> items(
      EntityType itemType, @Nullable EntityDocument document, Hierarchy hierarchy) {
    Map<String, EffectiveItem> items = new TreeMap<>();
    if (document == null) {
      return items;
    }
    for (boolean required : NEEDS) {
      String field = ItemTable.fieldOf(itemType, required);
      for (String text : document.texts(field)) {
        EntityKey key =
            EntityKey.problemWith(itemType, text).isEmpty() ? EntityKey.of(itemType, text) : owner;
        items.put(
            text, new EffectiveItem(key, required, List.of(new Provenance(owner, 0, required))));
      }
    }
    if (owner.type() == EntityType.CATEGORY) {
      List<EffectiveItem> effective =
          itemType == EntityType.PROPERTY
              ? hierarchy.effectiveProperties(owner)
              : hierarchy.effectiveSubobjects(owner);
      effective.forEach(item -> items.put(item.item().key(), item));
    }
    return items;
  }

  private List<String> details(NamedItem item) {
    if (item.key().isEmpty() || item.key().get().type() != EntityType.PROPERTY) {
      return List.of();
    }
    EntityDocument document = overlay.effectiveDocument(item.key().get());
    if (document == null) {
      document = overlay.baseDocument(item.key().get());
    }
    List<String> details = new ArrayList<>();
    if (document != null) {
      document.text("datatype").ifPresent(details::add);
      document.text("cardinality").ifPresent(details::add);
    }
    return details;
  }

  private Change change(
      NamedItem item, @Nullable EffectiveItem base, @Nullable EffectiveItem mine) {
    if (base == null) {
      return Change.ADDED;
    }
    if (mine == null) {
      return Change.REMOVED;
    }
    if (base.required() != mine.required()) {
      return Change.NEED;
    }
    if (base.direct() != mine.direct()) {
      return Change.PLACE;
    }
    EntityStatus status = item.key().map(overlay::status).orElse(EntityStatus.UNCHANGED);
    return switch (status) {
      case ADDED, RENAMED -> Change.ITEM_ADDED;
      case MODIFIED, CONFLICTED, BROKEN -> Change.ITEM_MODIFIED;
      case DELETED -> Change.ITEM_DELETED;
      case UNCHANGED, AFFECTED -> Change.NONE;
    };
  }
}
