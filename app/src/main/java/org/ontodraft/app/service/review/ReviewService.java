package org.ontodraft.app.service.review;

import java.util.List;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;

/** Works out what a draft changes. Reads documents: not for the FX thread. */
public interface ReviewService {
  /** Every changed entity, sorted by key. */
  List<EntityReview> review(DraftOverlay overlay);

  /** One entity, changed or not. */
  EntityReview review(DraftOverlay overlay, EntityKey key);
}
