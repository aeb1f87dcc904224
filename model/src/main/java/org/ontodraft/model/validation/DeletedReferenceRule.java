package org.ontodraft.model.validation;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.OntologyView;

/**
 * {@code deleted-reference}: an entity refers to one that the draft deletes. The finding is about
 * the entity that refers. Arguments: the deleted entity.
 */
public final class DeletedReferenceRule {
  private DeletedReferenceRule() {}

  /** One finding for each field of each entity that still refers to the deleted one. */
  public static List<Finding> check(EntityKey deleted, OntologyView view) {
    return view.referencesTo(deleted).stream()
        .map(reference ->
            new Finding(
                Severity.ERROR,
                "deleted-reference",
                reference.source(),
                reference.pointer(),
                List.of(deleted.toString())))
        .distinct()
        .toList();
  }
}
