package org.ontodraft.model.impact;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.validation.Finding;

/** Who a major change breaks. */
public sealed interface Witness {
  /**
   * An entity that was valid and no longer is: no rule about values and references had anything to
   * say of it before, not even a warning.
   *
   * @param madeUp the entities that were made up for it, itself among them; empty when it is one of
   *     the ontology's own
   * @param findings what the rules say of it after the change; at least one
   */
  record Invalidated(
      EntityKey entity,
      EntityDocument document,
      SortedMap<EntityKey, EntityDocument> madeUp,
      List<Finding> findings)
      implements Witness {
    public Invalidated {
      madeUp = Collections.unmodifiableSortedMap(madeUp);
      findings = List.copyOf(findings);
    }

    /** Whether it was made up, because no entity of the ontology shows it. */
    public boolean generated() {
      return !madeUp.isEmpty();
    }
  }

  /** Whoever installs this module or bundle no longer gets the member with it. */
  record NoLongerMember(EntityKey owner, EntityKey member) implements Witness {}

  /**
   * Nothing in the repository can show it, for no rule looks at what depends on it: a page of the
   * wiki, a query, a value in a subobject.
   */
  record OutsideTheRepository(EntityKey entity, String item) implements Witness {}
}
