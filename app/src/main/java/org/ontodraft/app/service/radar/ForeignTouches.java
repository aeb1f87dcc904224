package org.ontodraft.app.service.radar;

import java.util.Map;
import java.util.Set;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.overlap.Touch;

/** What others than the open draft change. Blocking; thread-safe. */
public interface ForeignTouches {

  /**
   * What each of them changes of these entities, and perhaps of others.
   *
   * @param mine the open draft
   */
  Map<Toucher, Map<EntityKey, Touch>> beside(Draft mine, Set<EntityKey> entities);
}
