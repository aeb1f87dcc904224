package org.ontodraft.model.merge;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;

/** An entity on the three sides of a merge; null where a side does not have it. */
public record EntitySides(
    EntityKey key,
    @Nullable EntityDocument base,
    @Nullable EntityDocument draft,
    @Nullable EntityDocument canonical) {

  /** One field of it. */
  FieldSides field(String name) {
    return new FieldSides(
        EntityFields.find(key.type(), name).orElseGet(() -> EntityFields.unknown(name)),
        get(base, name),
        get(draft, name),
        get(canonical, name));
  }

  /** The row for one field of it. */
  public FieldDecision decision(
      String name, @Nullable JsonNode result, FieldDecision.Reason reason) {
    return field(name).decision(result, reason);
  }

  /** Whether any side has this field. */
  public boolean has(String name) {
    return get(base, name) != null || get(draft, name) != null || get(canonical, name) != null;
  }

  /** The fields in which draft and canonical differ. */
  public Set<String> differing() {
    return FieldSides.of(key.type(), base, draft, canonical).stream()
        .filter(sides -> !sides.sidesAgree())
        .map(sides -> sides.field().name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether no side has the entity. */
  public boolean isEmpty() {
    return base == null && draft == null && canonical == null;
  }

  /** What a decision about a place in this entity hangs on. */
  public Fingerprint inputs(String field) {
    if (field.isEmpty()) {
      return Fingerprint.of(false, json(base), json(draft), json(canonical));
    }
    FieldSides sides = field(field);
    return Fingerprint.of(sides.field().isSet(), sides.base(), sides.draft(), sides.canonical());
  }

  private static @Nullable JsonNode get(@Nullable EntityDocument document, String field) {
    return document == null ? null : document.get(field);
  }

  private static @Nullable JsonNode json(@Nullable EntityDocument document) {
    return document == null ? null : document.json();
  }
}
