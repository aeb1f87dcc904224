package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.JsonNode;

/**
 * The merge of one entity that the draft changes.
 *
 * @param kind what happened to the entity as a whole
 * @param result the merged document; null when the entity is gone
 * @param decisions a row for every field that a side changed
 */
public record EntityMerge(
    EntityKey key, Kind kind, @Nullable EntityDocument result, List<FieldDecision> decisions) {
  public EntityMerge {
    decisions = List.copyOf(decisions);
  }

  /** What happened to the entity as a whole. */
  public enum Kind {
    /** It merged field by field, or only one side touched it. */
    MERGED,
    /** Both sides made the same change, which drops out of the draft. */
    CONVERGED,
    /** The draft updates what upstream deleted. */
    DELETED_UPSTREAM,
    /** The draft deletes what upstream updated. */
    UPDATED_UPSTREAM,
    /** Both created it, with different content. */
    CREATED_TWICE
  }

  /**
   * This merge with the curator asked about these fields, whatever the merge made of them: the
   * draft's own change to them could not be worked out.
   */
  public EntityMerge undecided(
      Set<String> fields,
      @Nullable EntityDocument base,
      @Nullable EntityDocument draft,
      @Nullable EntityDocument canonical) {
    List<FieldDecision> rows = new ArrayList<>(decisions);
    rows.removeIf(row -> fields.contains(row.field().name()));
    for (String field : fields) {
      FieldSpec spec =
          EntityFields.find(key.type(), field).orElseGet(() -> EntityFields.unknown(field));
      FieldSides sides =
          new FieldSides(spec, get(base, field), get(draft, field), get(canonical, field));
      rows.add(sides.decision(get(result, field), FieldDecision.Reason.CONFLICT));
    }
    return new EntityMerge(key, kind, result, rows);
  }

  private static @Nullable JsonNode get(@Nullable EntityDocument document, String field) {
    return document == null ? null : document.get(field);
  }

  /** Whether the curator has to decide something here. */
  public boolean hasConflict() {
    return switch (kind) {
      case MERGED, CONVERGED ->
          decisions.stream().anyMatch(d -> d.reason() == FieldDecision.Reason.CONFLICT);
      case DELETED_UPSTREAM, UPDATED_UPSTREAM, CREATED_TWICE -> true;
    };
  }
}
