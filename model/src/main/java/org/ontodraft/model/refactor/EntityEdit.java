package org.ontodraft.model.refactor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPatch;

/**
 * What one entity is before and after a step. The two documents differ.
 *
 * @param before its effective document in the draft before, null for no entity
 * @param after the one in the draft after, null for no entity
 * @param changeBefore what the draft did to the entity before, null for nothing
 * @param changeAfter what it does to it after, null for nothing
 */
public record EntityEdit(
    EntityKey key,
    @Nullable EntityDocument before,
    @Nullable EntityDocument after,
    @Nullable DraftChange changeBefore,
    @Nullable DraftChange changeAfter) {
  /** The fields that differ. */
  public List<FieldChange> rows() {
    return EntityDiff.between(key.type(), before, after).stream()
        .filter(row -> row.kind() != FieldChange.Kind.UNCHANGED)
        .toList();
  }

  /** From the document before to the one after. */
  public JsonPatch forward() {
    return JsonPatch.between(before, after);
  }

  /** The way back. */
  public JsonPatch inverse() {
    return JsonPatch.between(after, before);
  }

  /** The edit that takes this one back. */
  EntityEdit reversed() {
    return new EntityEdit(key, after, before, changeAfter, changeBefore);
  }
}
