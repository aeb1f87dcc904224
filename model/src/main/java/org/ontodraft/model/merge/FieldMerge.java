package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.merge.SequenceMerge.WhereBothChanged;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Merges the fields of an entity that all three sides, or draft and canonical, have. */
final class FieldMerge {
  private static final String WIKITEXT = "wikitext";
  private static final String REQUIRED = "required_";
  private static final String OPTIONAL = "optional_";

  private FieldMerge() {}

  /** In the order of the fields. */
  static List<MergedField> merge(List<FieldSides> fields) {
    Map<String, List<FieldSides>> sets = new LinkedHashMap<>();
    for (FieldSides sides : fields) {
      if (SetMerge.canMerge(sides)) {
        sets.computeIfAbsent(family(sides), name -> new ArrayList<>()).add(sides);
      }
    }
    // Most lists are the same on all sides, and an item is looked at only where one is not.
    sets.values().removeIf(family -> family.stream().allMatch(FieldSides::untouched));
    Map<String, MergedField> merged = new HashMap<>();
    sets.values().stream()
        .flatMap(family -> SetMerge.merge(family).stream())
        .forEach(field -> merged.put(field.sides().field().name(), field));
    return fields.stream()
        .map(sides -> merged.computeIfAbsent(sides.field().name(), name -> value(sides)))
        .toList();
  }

  /** Required and optional items of a kind are one set whose items are in either list. */
  private static String family(FieldSides sides) {
    String name = sides.field().name();
    return name.startsWith(REQUIRED) ? OPTIONAL + name.substring(REQUIRED.length()) : name;
  }

  private static MergedField value(FieldSides sides) {
    if (!sides.draftChanged()) {
      return sides.canonicalChanged()
          ? new MergedField(sides, sides.canonical(), Reason.CANONICAL_ONLY)
          : new MergedField(sides, sides.canonical(), null);
    }
    if (!sides.canonicalChanged()) {
      return new MergedField(sides, sides.draft(), Reason.DRAFT_ONLY);
    }
    if (sides.sidesAgree()) {
      return new MergedField(sides, sides.canonical(), Reason.CONVERGED);
    }
    return byParts(sides)
        .map(value -> new MergedField(sides, value, Reason.LINE_MERGE))
        .orElseGet(() -> new MergedField(sides, sides.draft(), Reason.CONFLICT));
  }

  private static Optional<JsonNode> byParts(FieldSides sides) {
    JsonNode base = sides.base();
    JsonNode draft = sides.draft();
    JsonNode canonical = sides.canonical();
    if (draft == null || canonical == null) {
      return Optional.empty();
    }
    if (sides.field().kind() == FieldKind.PAGES) {
      return PageMerge.merge(base, draft, canonical);
    }
    // A description is a text of lines too, but a sentence put together from two is nobody's.
    return sides.field().name().equals(WIKITEXT) ? lines(base, draft, canonical) : Optional.empty();
  }

  /** A text merged by line; nothing when a line was changed on both sides, or one is no text. */
  static Optional<JsonNode> lines(@Nullable JsonNode base, JsonNode draft, JsonNode canonical) {
    if (base == null || !base.isString() || !draft.isString() || !canonical.isString()) {
      return Optional.empty();
    }
    return TextMerge.lines(
            base.stringValue(),
            draft.stringValue(),
            canonical.stringValue(),
            WhereBothChanged.GIVE_UP)
        .map(JsonNodeFactory.instance::stringNode);
  }
}
