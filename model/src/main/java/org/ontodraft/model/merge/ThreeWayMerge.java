package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
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
    return merge(new EntitySides(key, base, draft, canonical));
  }

  /** The merge of these sides. */
  public static EntityMerge merge(EntitySides sides) {
    EntityKey key = sides.key();
    EntityDocument base = sides.base();
    EntityDocument draft = sides.draft();
    EntityDocument canonical = sides.canonical();
    List<FieldSides> fields = FieldSides.of(key.type(), base, draft, canonical);
    boolean draftChanged = fields.stream().anyMatch(FieldSides::draftChanged);
    boolean canonicalChanged = fields.stream().anyMatch(FieldSides::canonicalChanged);
    if (draft == null || canonical == null) {
      return withAbsence(sides, fields, draftChanged && canonicalChanged);
    }
    List<FieldDecision> decisions = new ArrayList<>();
    Map<String, Optional<JsonNode>> values = new LinkedHashMap<>();
    for (MergedField merged : FieldMerge.merge(fields)) {
      String name = merged.sides().field().name();
      if (!Objects.equals(merged.value(), canonical.get(name))) {
        values.put(name, Optional.ofNullable(merged.value()));
      }
      merged.decision().ifPresent(decisions::add);
    }
    boolean equal = fields.stream().allMatch(FieldSides::sidesAgree);
    if (equal && (draftChanged || base == null)) {
      return new EntityMerge(sides, Kind.CONVERGED, canonical, decisions);
    }
    Kind kind = base == null ? Kind.CREATED_TWICE : Kind.MERGED;
    return new EntityMerge(sides, kind, canonical.with(key.type(), values), decisions);
  }

  /** Not both sides have the entity. */
  private static EntityMerge withAbsence(
      EntitySides sides, List<FieldSides> fields, boolean bothChanged) {
    EntityDocument base = sides.base();
    EntityDocument draft = sides.draft();
    EntityDocument canonical = sides.canonical();
    if (draft == null && canonical == null) {
      return new EntityMerge(sides, Kind.CONVERGED, null, decisions(fields, Reason.CONVERGED));
    }
    if (base == null) {
      return draft == null
          ? new EntityMerge(sides, Kind.MERGED, canonical, decisions(fields, Reason.CANONICAL_ONLY))
          : new EntityMerge(sides, Kind.MERGED, draft, decisions(fields, Reason.DRAFT_ONLY));
    }
    if (draft == null) {
      return bothChanged
          ? new EntityMerge(sides, Kind.UPDATED_UPSTREAM, null, conflicts(fields))
          : new EntityMerge(sides, Kind.MERGED, null, decisions(fields, Reason.DRAFT_ONLY));
    }
    return bothChanged
        ? new EntityMerge(sides, Kind.DELETED_UPSTREAM, draft, conflicts(fields))
        : new EntityMerge(sides, Kind.MERGED, null, decisions(fields, Reason.CANONICAL_ONLY));
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
