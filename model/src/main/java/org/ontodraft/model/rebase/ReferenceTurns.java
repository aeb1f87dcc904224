package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.References;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.EntitySides;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.patch.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which references follow a rename: those that the other side made, who could not know of it. A
 * reference that a side kept although it knew stays as it is. Filled once, by one thread.
 */
final class ReferenceTurns {
  private static final String TEMPLATE_NAMESPACE = "Template:";

  private final Map<EntityKey, EntityKey> ofUpstream = new LinkedHashMap<>();
  private final Map<EntityKey, EntityKey> ofDraft = new LinkedHashMap<>();

  /** References that only upstream makes follow. */
  void ofUpstream(EntityKey from, EntityKey to) {
    if (!from.equals(to)) {
      ofUpstream.put(from, to);
    }
  }

  /** References that only the draft makes follow. */
  void ofDraft(EntityKey from, EntityKey to) {
    if (!from.equals(to)) {
      ofDraft.put(from, to);
    }
  }

  boolean isEmpty() {
    return ofUpstream.isEmpty() && ofDraft.isEmpty();
  }

  /** The keys that upstream's own references may still have. */
  Set<EntityKey> leftUpstream() {
    return ofUpstream.keySet();
  }

  /** A merge with the references that follow, and a row with the reason for each field of them. */
  EntityMerge follow(EntityMerge merge) {
    EntityDocument document = merge.result();
    if (document == null || isEmpty()) {
      return merge;
    }
    EntitySides sides = merge.sides();
    Map<String, Map<Integer, EntityKey>> followed = new LinkedHashMap<>();
    Optional<Set<Named>> mine = Optional.empty();
    Optional<Set<Named>> upstream = Optional.empty();
    for (EntityReference reference : References.of(merge.key(), document)) {
      EntityKey asDraft = ofUpstream.get(reference.target());
      EntityKey asUpstream = ofDraft.get(reference.target());
      if (asDraft != null) {
        mine = mine.or(() -> Optional.of(named(merge.key(), sides.draft())));
        asDraft = mine.orElseThrow().contains(Named.of(reference)) ? null : asDraft;
      }
      if (asUpstream != null) {
        upstream = upstream.or(() -> Optional.of(named(merge.key(), sides.canonical())));
        asUpstream = upstream.orElseThrow().contains(Named.of(reference)) ? null : asUpstream;
      }
      EntityKey to = asDraft == null ? asUpstream : asDraft;
      if (to != null) {
        followed
            .computeIfAbsent(reference.pointer(), pointer -> new HashMap<>())
            .put(reference.position(), to);
      }
    }
    EntityMerge result = merge;
    for (Map.Entry<String, Map<Integer, EntityKey>> each : followed.entrySet()) {
      result = followed(result, JsonPointer.parse(each.getKey()), each.getValue());
    }
    return result;
  }

  private record Named(String pointer, EntityKey target) {
    static Named of(EntityReference reference) {
      return new Named(reference.pointer(), reference.target());
    }
  }

  private static Set<Named> named(EntityKey key, @Nullable EntityDocument document) {
    Set<Named> named = new HashSet<>();
    if (document != null) {
      for (EntityReference reference : References.of(key, document)) {
        // What a text shows is a part of it, not a value that could be turned.
        if (reference.target().type() != EntityType.MEDIA) {
          named.add(Named.of(reference));
        }
      }
    }
    return named;
  }

  private static EntityMerge followed(
      EntityMerge merge, JsonPointer pointer, Map<Integer, EntityKey> turned) {
    EntityDocument document = merge.result();
    String field = pointer.tokens().getFirst();
    JsonNode value = document == null ? null : document.get(field);
    if (value == null || document == null || isChosen(merge, field)) {
      return merge;
    }
    EntityType type = merge.key().type();
    EntityKey first = turned.values().iterator().next();
    boolean member = type == EntityType.RESOURCE && EntityFields.find(type, field).isEmpty();
    if (member) {
      // A resource's member is named after its property; a value there already is not written over.
      if (document.get(first.key()) != null || isChosen(merge, first.key())) {
        return merge;
      }
      EntityDocument moved = document.with(type, field, null).with(type, first.key(), value);
      return merge.with(
          moved, rows(merge, rows(merge, merge.decisions(), field, null), first.key(), value));
    }
    JsonNode turnedValue =
        switch (value) {
          case ArrayNode list -> list(list, turned);
          case ObjectNode object -> {
            ObjectNode copy = object.deepCopy();
            copy.put(pointer.tokens().getLast(), first.key());
            yield copy;
          }
          default -> JsonNodeFactory.instance.stringNode(written(value.stringValue(), first));
        };
    return merge.with(
        document.with(type, field, turnedValue),
        rows(merge, merge.decisions(), field, turnedValue));
  }

  private static JsonNode list(ArrayNode list, Map<Integer, EntityKey> turned) {
    Set<JsonNode> items = new LinkedHashSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      EntityKey to = turned.get(i);
      items.add(
          to == null ? item : JsonNodeFactory.instance.stringNode(written(item.stringValue(), to)));
    }
    return JsonNodeFactory.instance.arrayNode().addAll(items);
  }

  private static String written(String before, EntityKey to) {
    boolean prefixed = to.type() == EntityType.TEMPLATE && before.startsWith(TEMPLATE_NAMESPACE);
    return prefixed ? TEMPLATE_NAMESPACE + to.key() : to.key();
  }

  private static boolean isChosen(EntityMerge merge, String field) {
    return merge.decisions().stream()
        .anyMatch(row -> row.field().name().equals(field) && row.reason() == Reason.CHOSEN);
  }

  /** These rows with one for the value that followed; what is in conflict stays so. */
  private static List<FieldDecision> rows(
      EntityMerge merge, List<FieldDecision> before, String field, @Nullable JsonNode value) {
    List<FieldDecision> rows = new ArrayList<>();
    boolean listed = false;
    for (FieldDecision row : before) {
      boolean here = row.field().name().equals(field);
      listed |= here;
      Reason reason = row.isConflict() ? Reason.CONFLICT : Reason.RENAME_FOLLOWED;
      rows.add(here ? merge.sides().decision(field, value, reason) : row);
    }
    if (!listed) {
      rows.add(merge.sides().decision(field, value, Reason.RENAME_FOLLOWED));
    }
    return rows;
  }
}
