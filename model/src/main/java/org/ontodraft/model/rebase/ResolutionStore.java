package org.ontodraft.model.rebase;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;

/**
 * Port to the database that keeps what a curator decided about a draft's conflicts, as long as the
 * draft is there. Blocking; not for the FX thread.
 */
public interface ResolutionStore {
  /** The draft's decisions, sorted by place; each is used only while its inputs are the same. */
  List<Resolution> ofDraft(UUID draft);

  /**
   * Keeps decisions, each in the place of an earlier one about the same, as one transaction.
   *
   * @param plan the plan they were taken on, with the values the curator saw
   */
  void decide(UUID draft, RebasePlan plan, Collection<Resolution> resolutions);

  /** Takes the decisions about these places back, as one transaction. */
  void takeBack(UUID draft, Collection<Place> places);
}
