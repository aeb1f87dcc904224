package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.JsonNode;

/** A field on the three sides of a merge; null where a side does not have it. */
record FieldSides(
    FieldSpec field,
    @Nullable JsonNode base,
    @Nullable JsonNode draft,
    @Nullable JsonNode canonical) {

  /** Every field a side has: those of the type in its order, then the unknown ones by name. */
  static List<FieldSides> of(
      EntityType type,
      @Nullable EntityDocument base,
      @Nullable EntityDocument draft,
      @Nullable EntityDocument canonical) {
    TreeSet<String> unknown = new TreeSet<>();
    for (EntityDocument side : new @Nullable EntityDocument[] {base, draft, canonical}) {
      if (side != null) {
        unknown.addAll(side.json().propertyNames());
      }
    }
    List<FieldSpec> fields = new ArrayList<>();
    for (FieldSpec field : EntityFields.of(type)) {
      if (unknown.remove(field.name())) {
        fields.add(field);
      }
    }
    unknown.forEach(name -> fields.add(EntityFields.unknown(name)));
    return fields.stream()
        .map(field ->
            new FieldSides(field, get(base, field), get(draft, field), get(canonical, field)))
        .toList();
  }

  private static @Nullable JsonNode get(@Nullable EntityDocument document, FieldSpec field) {
    return document == null ? null : document.get(field.name());
  }

  boolean draftChanged() {
    return !EntityDiff.same(field, base, draft);
  }

  boolean canonicalChanged() {
    return !EntityDiff.same(field, base, canonical);
  }

  /** Whether draft and canonical mean the same. */
  boolean sidesAgree() {
    return EntityDiff.same(field, draft, canonical);
  }

  /** Whether all sides have the same value, the order of a set included. */
  boolean untouched() {
    return canonicalUntouched() && (base == null ? draft == null : base.equals(draft));
  }

  /** Whether upstream left the value exactly as it was, the order of a set included. */
  boolean canonicalUntouched() {
    return base == null ? canonical == null : base.equals(canonical);
  }

  /** Whether a value means what the draft's does. */
  boolean isDraft(@Nullable JsonNode value) {
    return EntityDiff.same(field, draft, value);
  }

  FieldDecision decision(@Nullable JsonNode result, FieldDecision.Reason reason) {
    return new FieldDecision(field, base, draft, canonical, result, reason);
  }
}
