package org.ontodraft.model.ontology;

import java.util.List;
import org.ontodraft.model.entity.EntityDocument;

/** An entity read from a file, with all the store keeps of it. */
public record IngestedEntity(
    EntitySummary summary, EntityDocument document, String text, List<EntityReference> references) {
  public IngestedEntity {
    references = List.copyOf(references);
  }
}
