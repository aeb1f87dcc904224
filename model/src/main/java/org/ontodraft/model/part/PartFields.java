package org.ontodraft.model.part;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/** The fields in which a change can be taken apart. */
final class PartFields {
  private static final Set<String> WHOLE = Set.of("");

  private PartFields() {}

  /** The fields; the empty name alone for a change that stays whole. */
  static Set<String> of(DraftOverlay draft, DraftChange change) {
    EntityKey key = change.key();
    @Nullable EntityDocument base = draft.baseDocument(key);
    @Nullable EntityDocument mine = draft.effectiveDocument(key);
    if (!(change instanceof DraftChange.Update)
        || base == null
        || mine == null
        || draft.status(key) == EntityStatus.BROKEN) {
      return WHOLE;
    }
    Set<String> fields = new TreeSet<>(base.json().propertyNames());
    fields.addAll(mine.json().propertyNames());
    fields.removeIf(name -> Objects.equals(base.get(name), mine.get(name)));
    return fields.isEmpty() || fields.contains("") ? WHOLE : fields;
  }
}
