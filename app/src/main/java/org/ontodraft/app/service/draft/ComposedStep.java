package org.ontodraft.app.service.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.patch.JsonPatch;

/**
 * A step for the journal, and what the draft does to its entities once it is made.
 *
 * @param changes by entity; empty for one that is as in the base
 */
record ComposedStep(DraftStep step, Map<EntityKey, Optional<DraftChange>> changes) {

  /** What an entity is before and after an edit. */
  record Edited(
      EntityKey key,
      String field,
      @Nullable EntityDocument before,
      @Nullable EntityDocument after) {
    private JsonPatch forward() {
      return JsonPatch.between(before, after);
    }
  }

  /** The step that these edits make of a draft; empty when none of them changes anything. */
  static Optional<ComposedStep> of(
      UUID draft,
      DraftOverlay overlay,
      DraftEdit.Kind kind,
      List<Edited> edited,
      List<DraftIntent> intents,
      long sequence,
      Instant now) {
    UUID id = UUID.randomUUID();
    List<DraftEdit> edits = new ArrayList<>();
    Map<EntityKey, Optional<DraftChange>> changes = new HashMap<>();
    for (Edited each : edited) {
      EntityKey key = each.key();
      // A broken change is mended by an edit that asks for just what is shown in its place.
      if (!each.forward().isEmpty() || overlay.status(key) == EntityStatus.BROKEN) {
        edits.add(
            new DraftEdit(
                edits.isEmpty() ? id : UUID.randomUUID(),
                draft,
                sequence,
                kind,
                key,
                each.field(),
                each.forward(),
                JsonPatch.between(each.after(), each.before()),
                now,
                id));
        changes.put(key, Optional.ofNullable(overlay.changeTo(key, each.after())));
      }
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new ComposedStep(new DraftStep(edits, intents), changes));
  }
}
