package org.ontodraft.app.service.review;

import java.util.List;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.OntologyView;

/** Works out what differs. Reads documents: not for the FX thread. */
public interface ReviewService {
  /** Every changed entity, sorted by key; a renamed one as a deleted and a new one. */
  List<EntityReview> review(DraftOverlay overlay);

  /** One entity, changed or not; of a renamed one what it is now beside what it was. */
  EntityReview review(DraftOverlay overlay, EntityKey key);

  /** One entity that differs between two ontologies. */
  EntityReview review(OntologyView base, OntologyView mine, EntityChange change);
}
