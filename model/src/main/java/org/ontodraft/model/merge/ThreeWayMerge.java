package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.merge.EntityMerge.Kind;
import org.ontodraft.model.merge.FieldDecision.Reason;
import tools.jackson.databind.JsonNode;

/**
 * Merges one entity field by field (decision 27). Lists of keys and strings are sets; wikitext
 * merges by line and dashboard pages by name; everything else is one value that is taken whole. A
 * pure function. Exchanging draft and canonical, where nothing conflicts, exchanges the sides in
 * the decisions and changes the result in nothing but the order of sets (decision 28).
 */
public final class ThreeWayMerge {
  private ThreeWayMerge() {}

  /** Base, draft and canonical; null for a side without the entity. */
  public static EntityMerge merge(
      EntityKey key,
      @Nullable EntityDocument base,
      @Nullable EntityDocument draft,
      @Nullable EntityDocument canonical) {
    List<FieldSides> fields = FieldSides.of(key.type(), base, draft, canonical);
    boolean draftChanged = fields.stream().anyMatch(FieldSides::draftChanged);
    boolean canonicalChanged = fields.stream().anyMatch(FieldSides::canonicalChanged);
    if (draft == null || canonical == null) {
      return withAbsence(key, base, draft, canonical, fields, draftChanged && canonicalChanged);
    }
    List<FieldDecision> decisions = new ArrayList<>();
    EntityDocument result = canonical;
    for (MergedField merged : FieldMerge.merge(fields)) {
      result = with(result, key.type(), merged.sides().field(), merged.value());
      merged.decision().ifPresent(decisions::add);
    }
    boolean equal = fields.stream().allMatch(FieldSides::sidesAgree);
    if (equal && (draftChanged || base == null)) {
      return new EntityMerge(key, Kind.CONVERGED, canonical, decisions);
    }
    return new EntityMerge(key, base == null ? Kind.CREATED_TWICE : Kind.MERGED, result, decisions);
  }

  private static EntityDocument with(
      EntityDocument document, EntityType type, FieldSpec field, @Nullable JsonNode value) {
    JsonNode present = document.get(field.name());
    return present == null && value == null || value != null && value.equals(present)
        ? document
        : document.with(type, field.name(), value);
  }

  /** Not both sides have the entity. */
  private static EntityMerge withAbsence(
      EntityKey key,
      @Nullable EntityDocument base,
      @Nullable EntityDocument draft,
      @Nullable EntityDocument canonical,
      List<FieldSides> fields,
      boolean bothChanged) {
    if (draft == null && canonical == null) {
      return new EntityMerge(key, Kind.CONVERGED, null, decisions(fields, Reason.CONVERGED));
    }
    if (base == null) {
      return draft == null
          ? new EntityMerge(key, Kind.MERGED, canonical, decisions(fields, Reason.CANONICAL_ONLY))
          : new EntityMerge(key, Kind.MERGED, draft, decisions(fields, Reason.DRAFT_ONLY));
    }
    if (draft == null) {
      return bothChanged
          ? new EntityMerge(key, Kind.UPDATED_UPSTREAM, null, conflicts(fields))
          : new EntityMerge(key, Kind.MERGED, null, decisions(fields, Reason.DRAFT_ONLY));
    }
    return bothChanged
        ? new EntityMerge(key, Kind.DELETED_UPSTREAM, draft, conflicts(fields))
        : new EntityMerge(key, Kind.MERGED, null, decisions(fields, Reason.CANONICAL_ONLY));
  }

  private static List<FieldDecision> decisions(List<FieldSides> fields, Reason reason) {
    return fields.stream()
        .filter(sides -> sides.draftChanged() || sides.canonicalChanged())
        .map(sides ->
            sides.decision(reason == Reason.DRAFT_ONLY ? sides.draft() : sides.canonical(), reason))
        .toList();
  }

  /** What one side changed and the other side deleted with the entity. */
  private static List<FieldDecision> conflicts(List<FieldSides> fields) {
    return fields.stream()
        .filter(sides -> sides.draftChanged() && sides.canonicalChanged())
        .map(sides -> sides.decision(sides.draft(), Reason.CONFLICT))
        .toList();
  }
}
