package org.ontodraft.app.service.radar;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.overlap.Touch;

/** What the other drafts of a workspace change; each is read once for each of its states. */
public final class OtherDrafts implements ForeignTouches {
  private final Supplier<List<Draft>> drafts;
  private final Function<UUID, List<DraftChange>> changes;
  private final Map<UUID, Known> known = new HashMap<>();

  private record Known(long version, Map<EntityKey, Touch> touches) {}

  /** Over the list of drafts and what each changes. */
  public OtherDrafts(Supplier<List<Draft>> drafts, Function<UUID, List<DraftChange>> changes) {
    this.drafts = drafts;
    this.changes = changes;
  }

  @Override
  public synchronized Map<Toucher, Map<EntityKey, Touch>> beside(
      Draft mine, Set<EntityKey> entities) {
    Map<Toucher, Map<EntityKey, Touch>> found = new LinkedHashMap<>();
    List<Draft> all = drafts.get();
    known.keySet().retainAll(all.stream().map(Draft::id).toList());
    for (Draft draft : all) {
      if (!draft.id().equals(mine.id()) && isUnderWay(draft)) {
        found.put(new Toucher.OtherDraft(draft.id(), draft.title()), touches(draft));
      }
    }
    return found;
  }

  /** What has landed is upstream's, and what was put away or turned down meets nobody. */
  private static boolean isUnderWay(Draft draft) {
    return !draft.archived()
        && draft.status() != DraftStatus.MERGED
        && draft.status() != DraftStatus.REJECTED
        && draft.changeCount() > 0;
  }

  private Map<EntityKey, Touch> touches(Draft draft) {
    Known before = known.get(draft.id());
    if (before != null && before.version() == draft.rowVersion()) {
      return before.touches();
    }
    Map<EntityKey, Touch> touches = Touch.of(changes.apply(draft.id()));
    known.put(draft.id(), new Known(draft.rowVersion(), touches));
    return touches;
  }
}
