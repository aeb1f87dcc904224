package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.merge.FieldDecision.Reason;
import tools.jackson.databind.JsonNode;

/**
 * Puts the curator's decisions in the place of a merge's own. Each is used only on the inputs it
 * was taken on; the others are refused by name. In which order they come does not matter.
 */
public final class Resolutions {
  /** It is the key's to say. */
  private static final String ID = "id";

  private Resolutions() {}

  /**
   * The merge with these decisions.
   *
   * @param resolutions about this entity and its fields, each place at most once
   * @param refused is told those that were not used
   */
  public static EntityMerge apply(
      EntityMerge merge, Collection<Resolution> resolutions, Consumer<RefusedResolution> refused) {
    TreeMap<String, Resolution> byField = new TreeMap<>();
    resolutions.forEach(resolution -> byField.put(resolution.place().field(), resolution));
    Resolution ofEntity = byField.remove("");
    EntityMerge resolved = ofEntity == null ? merge : entity(merge, ofEntity, refused);
    for (Resolution resolution : byField.values()) {
      resolved = field(resolved, resolution, refused);
    }
    return resolved;
  }

  private static EntityMerge entity(
      EntityMerge merge, Resolution resolution, Consumer<RefusedResolution> refused) {
    EntitySides sides = merge.sides();
    if (sides.isEmpty()) {
      return refuse(merge, resolution, RefusedResolution.Reason.NOTHING_THERE, refused);
    }
    if (!sides.inputs("").equals(resolution.inputs())) {
      return refuse(merge, resolution, RefusedResolution.Reason.INPUTS_CHANGED, refused);
    }
    return switch (EntityChoices.offer(merge, resolution.choice())) {
      case Offer.Unavailable<Optional<EntityDocument>> _ ->
          refuse(merge, resolution, RefusedResolution.Reason.NOT_APPLICABLE, refused);
      case Offer.Available<Optional<EntityDocument>>(var document) -> {
        boolean wholly =
            !merge.kind().isOfKey() && resolution.choice().kind() != Choice.Kind.FIELDS;
        yield (wholly ? chosen(merge, document.orElse(null)) : merge).settled();
      }
    };
  }

  /** A row for each field that a side changed, or that the chosen document has otherwise. */
  private static EntityMerge chosen(EntityMerge merge, @Nullable EntityDocument document) {
    EntitySides sides = merge.sides();
    List<FieldDecision> rows = new ArrayList<>();
    for (FieldSides field :
        FieldSides.of(sides.key().type(), sides.base(), sides.draft(), sides.canonical())) {
      JsonNode value = document == null ? null : document.get(field.field().name());
      if (field.draftChanged() || field.canonicalChanged() || !field.isDraft(value)) {
        rows.add(field.decision(value, Reason.CHOSEN));
      }
    }
    return merge.with(document, rows);
  }

  private static EntityMerge field(
      EntityMerge merge, Resolution resolution, Consumer<RefusedResolution> refused) {
    String name = resolution.place().field();
    EntitySides sides = merge.sides();
    EntityDocument document = merge.result();
    boolean custom = resolution.choice().kind() == Choice.Kind.CUSTOM;
    if (!custom && !sides.has(name)) {
      return refuse(merge, resolution, RefusedResolution.Reason.NOTHING_THERE, refused);
    }
    if (!sides.inputs(name).equals(resolution.inputs())) {
      return refuse(merge, resolution, RefusedResolution.Reason.INPUTS_CHANGED, refused);
    }
    if (document == null) {
      return refuse(merge, resolution, RefusedResolution.Reason.ENTITY_GONE, refused);
    }
    if (name.equals(ID)) {
      return refuse(merge, resolution, RefusedResolution.Reason.NOT_APPLICABLE, refused);
    }
    FieldDecision open = sides.field(name).decision(document.get(name), Reason.CONFLICT);
    return switch (FieldChoices.offer(open, resolution.choice())) {
      case Offer.Unavailable<Optional<JsonNode>> _ ->
          refuse(merge, resolution, RefusedResolution.Reason.NOT_APPLICABLE, refused);
      case Offer.Available<Optional<JsonNode>>(var value) -> {
        JsonNode chosen = value.orElse(null);
        List<FieldDecision> rows = new ArrayList<>();
        boolean listed = false;
        for (FieldDecision row : merge.decisions()) {
          boolean here = row.field().name().equals(name);
          rows.add(here ? sides.field(name).decision(chosen, Reason.CHOSEN) : row);
          listed |= here;
        }
        if (!listed) {
          rows.add(sides.field(name).decision(chosen, Reason.CHOSEN));
        }
        yield merge.with(document.with(merge.key().type(), name, chosen), rows);
      }
    };
  }

  private static EntityMerge refuse(
      EntityMerge merge,
      Resolution resolution,
      RefusedResolution.Reason reason,
      Consumer<RefusedResolution> refused) {
    refused.accept(new RefusedResolution(resolution, reason));
    return merge;
  }
}
