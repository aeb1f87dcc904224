package org.ontodraft.model.refactor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Merges one entity into another of its type: sets are put together, what is required by one is
 * required, what only the one has is taken over, and where both have different values the ones of
 * the entity that stays are kept, but for those that are chosen, and the others named as {@link
 * Leftover.Value}. References to the entity that goes are written to the one that stays, which does
 * not come to name itself.
 *
 * @param taken fields of which, where both have a value, the one of the entity that goes is kept
 */
public record MergeEntities(EntityKey entity, EntityKey into, Set<String> taken)
    implements Refactoring {
  /** Fields that say what values a property takes: absent means any, so none is taken over. */
  private static final Set<String> CONSTRAINTS =
      Set.of(
          "allowed_values",
          "allowed_pattern",
          "allowed_value_list",
          "Allows_value_from_category",
          "unique_values");

  public MergeEntities {
    taken = Set.copyOf(taken);
  }

  /** A merge in which the entity that stays keeps what it has. */
  public MergeEntities(EntityKey entity, EntityKey into) {
    this(entity, into, Set.of());
  }

  @Override
  public RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas) {
    Optional<EntityKey> unknown =
        Stream.of(entity, into).filter(key -> !overlay.exists(key)).findFirst();
    if (unknown.isPresent()) {
      return RefactoringOutcome.refused(Refusal.of(Reason.UNKNOWN_ENTITY, unknown.get()));
    }
    if (entity.type() != into.type()) {
      return RefactoringOutcome.refused(Refusal.of(Reason.WRONG_TYPE, entity, into.type().id()));
    }
    if (entity.equals(into)) {
      return RefactoringOutcome.refused(Refusal.of(Reason.NOTHING_TO_DO, entity));
    }
    Rework rework = new Rework(overlay);
    EntityDocument merged = merged(overlay.document(entity), overlay.document(into), rework);
    rework.delete(entity);
    rework.put(into, merged);
    rework.rewrite(entity, ReferenceRewrite.replacing(entity, into), Set.of(entity));
    EntityDocument written = rework.document(into);
    if (written != null && into.type() != EntityType.RESOURCE) {
      rework.put(into, ReferenceRewrite.removing(into).of(into.type(), written));
    }
    return rework.outcome(entity);
  }

  private EntityDocument merged(EntityDocument from, EntityDocument to, Rework rework) {
    EntityDocument merged = to;
    for (Map.Entry<String, JsonNode> member : from.json().properties()) {
      String name = member.getKey();
      if (!name.equals("id") && !name.equals("version")) {
        FieldSpec field =
            EntityFields.find(into.type(), name).orElseGet(() -> EntityFields.unknown(name));
        JsonNode value = value(field, member.getValue(), merged.get(name), rework);
        merged = value == null ? merged : merged.with(into.type(), name, value);
      }
    }
    for (EntityType type : ListedItem.TYPES) {
      for (String item : merged.texts("required_" + type.folder())) {
        merged = ListedItem.without(into.type(), merged, "optional_" + type.folder(), item);
      }
    }
    return merged;
  }

  private @Nullable JsonNode value(
      FieldSpec field, JsonNode from, @Nullable JsonNode to, Rework rework) {
    boolean constraint = into.type() == EntityType.PROPERTY && CONSTRAINTS.contains(field.name());
    if (to == null && !constraint) {
      return from;
    }
    if (to == null) {
      JsonNode none = JsonNodeFactory.instance.nullNode();
      return chosen(field, none, from, rework) == none ? null : from;
    }
    if (from.equals(to)) {
      return to;
    }
    boolean values = into.type() == EntityType.RESOURCE && field.kind() == FieldKind.JSON;
    if (field.isSet() && from.isArray() && to.isArray() || values) {
      return ReferenceRewrite.union(to, from);
    }
    if (field.kind() == FieldKind.PAGES && from.isArray() && to.isArray()) {
      return pages(field, from, to, rework);
    }
    return chosen(field, to, from, rework);
  }

  private JsonNode pages(FieldSpec field, JsonNode from, JsonNode to, Rework rework) {
    Map<JsonNode, JsonNode> byName = new LinkedHashMap<>();
    to.forEach(page -> byName.putIfAbsent(page.path("name"), page));
    for (JsonNode page : from) {
      byName.merge(
          page.path("name"),
          page,
          (present, other) ->
              present.equals(other) ? present : chosen(field, present, other, rework));
    }
    ArrayNode pages = JsonNodeFactory.instance.arrayNode();
    byName.values().forEach(pages::add);
    return pages;
  }

  /** The one of two values that the choice for the field keeps; the other is named. */
  private JsonNode chosen(FieldSpec field, JsonNode stays, JsonNode goes, Rework rework) {
    boolean take = taken.contains(field.name());
    rework.leave(new Leftover.Value(into, field.name(), take ? goes : stays, take ? stays : goes));
    return take ? goes : stays;
  }
}
