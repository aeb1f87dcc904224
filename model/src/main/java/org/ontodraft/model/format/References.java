package org.ontodraft.model.format;

import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;

/** Finds the references a document makes. */
public final class References {
  private References() {}

  /**
   * Every reference of the known key fields, {@code allowed_values/from_category}, and a resource's
   * property members (pointer {@code /Has_name}, target {@code property:Has_name}). Names that
   * cannot be keys are left out; validation reports them. {@code Template:} before a template's key
   * is dropped.
   */
  public static List<EntityReference> of(EntityKey key, EntityDocument document) {
    throw new UnsupportedOperationException(key.toString());
  }
}
