package org.ontodraft.app.service.review;

import java.util.List;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.ontology.OntologyView;

/** Works out what differs. Reads documents: not for the FX thread. */
public interface ReviewService {
  /** Every changed entity, sorted by key; a renamed one as a deleted and a new one. */
  List<EntityReview> review(DraftOverlay overlay);

  /** One entity, changed or not; of a renamed one what it is now beside what it was. */
  EntityReview review(DraftOverlay overlay, EntityKey key);

  /**
   * One entity that differs between two ontologies; one that a side has and cannot read is {@link
   * EntityStatus#BROKEN}.
   */
  EntityReview review(OntologyView base, OntologyView mine, EntityChange change);

  /**
   * The entities that one of two ontologies cannot read and shows as they were last readable, which
   * may be as they are in the other.
   */
  List<EntityReview> unreadable(OntologyView base, OntologyView mine);
}
