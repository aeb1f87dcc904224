package org.ontodraft.app.ui.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.diff.ReviewSource.Read;
import org.ontodraft.app.ui.diff.ReviewSource.Reviewed;
import org.ontodraft.model.entity.EntityKey;

/** What somebody has looked at as it is. A mark of what it was before counts for nothing. */
final class ReviewTicks {
  private final ReviewEdits edits;
  private Map<EntityKey, String> marks = Map.of();
  private @Nullable Read read;

  ReviewTicks(ReviewEdits edits) {
    this.edits = edits;
  }

  /** Takes up what was read. */
  void follow(Read now) {
    Map<EntityKey, String> kept = now.marks();
    marks = kept == null ? Map.of() : kept;
    read = now;
  }

  /** The entities that were looked at as they are; null where that is not kept. */
  @Nullable Set<EntityKey> all() {
    Read shown = read;
    return shown == null || shown.marks() == null
        ? null
        : shown.reviewed().values().stream()
            .filter(each -> each.sha256().equals(marks.get(each.review().key())))
            .map(each -> each.review().key())
            .collect(Collectors.toSet());
  }

  /** Whether an entity was looked at as it is. */
  boolean has(EntityKey key) {
    Set<EntityKey> ticked = all();
    return ticked != null && ticked.contains(key);
  }

  /** Marks an entity, or takes its mark away; false where that is not kept. */
  boolean set(EntityKey key, boolean reviewed) {
    Read shown = read;
    Reviewed known = shown == null ? null : shown.reviewed().get(key);
    if (shown == null || known == null || shown.draft().isEmpty()) {
      return false;
    }
    Map<EntityKey, String> next = new HashMap<>(marks);
    if (reviewed) {
      next.put(key, known.sha256());
    } else {
      next.remove(key);
    }
    marks = next;
    edits.mark(shown.draft().get(), key, reviewed ? known.sha256() : null);
    return true;
  }
}
