package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.merge.FieldDecision.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Three-way merge of sets that belong together: one set, or required and optional items of a kind.
 * Each item is merged by the lists it is in, so an item that one side moves between the lists
 * moves, and only one that both sides moved differently conflicts.
 */
final class SetMerge {
  private final List<FieldSides> fields;

  /** The lists each item ends in, by the fields' places. */
  private final Map<JsonNode, BitSet> places = new LinkedHashMap<>();

  /** Fields in which an item is that both sides moved differently. */
  private final BitSet conflicts = new BitSet();

  private SetMerge(List<FieldSides> fields) {
    this.fields = fields;
  }

  /** Whether the field is a set on every side that has it. */
  static boolean canMerge(FieldSides sides) {
    return sides.field().isSet()
        && isSet(sides.base())
        && isSet(sides.draft())
        && isSet(sides.canonical());
  }

  private static boolean isSet(@Nullable JsonNode value) {
    return value == null || value.isArray() && value.valueStream().noneMatch(JsonNode::isContainer);
  }

  static List<MergedField> merge(List<FieldSides> fields) {
    SetMerge merge = new SetMerge(fields);
    merge.place();
    List<MergedField> merged = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      merged.add(merge.field(i));
    }
    return merged;
  }

  private void place() {
    Map<JsonNode, BitSet> inBase = listsByItem(FieldSides::base);
    Map<JsonNode, BitSet> inDraft = listsByItem(FieldSides::draft);
    Map<JsonNode, BitSet> inCanonical = listsByItem(FieldSides::canonical);
    Set<JsonNode> all = new LinkedHashSet<>(inBase.keySet());
    all.addAll(inDraft.keySet());
    all.addAll(inCanonical.keySet());
    BitSet nowhere = new BitSet();
    for (JsonNode item : all) {
      BitSet base = inBase.getOrDefault(item, nowhere);
      BitSet draft = inDraft.getOrDefault(item, nowhere);
      BitSet canonical = inCanonical.getOrDefault(item, nowhere);
      if (draft.equals(base)) {
        places.put(item, canonical);
      } else {
        places.put(item, draft);
        if (!canonical.equals(base) && !canonical.equals(draft)) {
          BitSet differing = (BitSet) draft.clone();
          differing.xor(canonical);
          conflicts.or(differing);
        }
      }
    }
  }

  /** The lists that hold each item on one side, by the fields' places. */
  private Map<JsonNode, BitSet> listsByItem(Function<FieldSides, @Nullable JsonNode> side) {
    Map<JsonNode, BitSet> lists = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      for (JsonNode item : items(side.apply(fields.get(i)))) {
        lists.computeIfAbsent(item, each -> new BitSet()).set(i);
      }
    }
    return lists;
  }

  private MergedField field(int index) {
    FieldSides sides = fields.get(index);
    Set<JsonNode> items = new LinkedHashSet<>();
    places.forEach((item, lists) -> {
      if (lists.get(index)) {
        items.add(item);
      }
    });
    return new MergedField(sides, value(sides, items), reason(sides, conflicts.get(index)));
  }

  private static @Nullable Reason reason(FieldSides sides, boolean conflict) {
    if (conflict) {
      return Reason.CONFLICT;
    }
    if (!sides.draftChanged()) {
      return sides.canonicalChanged() ? Reason.CANONICAL_ONLY : null;
    }
    if (!sides.canonicalChanged()) {
      return Reason.DRAFT_ONLY;
    }
    return sides.sidesAgree() ? Reason.CONVERGED : Reason.SET_MERGE;
  }

  /** The items as a side has them where that is all, else upstream's order, then the draft's. */
  private static @Nullable JsonNode value(FieldSides sides, Set<JsonNode> items) {
    if (sides.canonicalUntouched()) {
      return sides.draft();
    }
    if (items.isEmpty()) {
      boolean draftDecides = (sides.draft() == null) != (sides.base() == null);
      JsonNode decisive = draftDecides ? sides.draft() : sides.canonical();
      return decisive == null ? null : JsonNodeFactory.instance.arrayNode();
    }
    if (sides.canonical() != null && items(sides.canonical()).equals(items)) {
      return sides.canonical();
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    Set<JsonNode> ordered = new LinkedHashSet<>(items(sides.canonical()));
    ordered.addAll(items(sides.draft()));
    ordered.stream().filter(items::contains).forEach(list::add);
    return list;
  }

  private static Set<JsonNode> items(@Nullable JsonNode list) {
    return list == null ? Set.of() : new LinkedHashSet<>(list.values());
  }
}
