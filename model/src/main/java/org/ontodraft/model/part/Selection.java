package org.ontodraft.model.part;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ontodraft.model.draft.DraftOverlay;

/**
 * What of a draft is sent.
 *
 * @param draft the draft with nothing but the parts that are sent
 * @param sent those parts
 * @param heldBack parts that the curator did not leave out and that cannot go without one that is
 *     not sent, each with what it needs
 */
public record Selection(
    DraftOverlay draft, SortedSet<DraftPart> sent, SortedMap<DraftPart, Need> heldBack) {
  public Selection {
    sent = Collections.unmodifiableSortedSet(new TreeSet<>(sent));
    heldBack = Collections.unmodifiableSortedMap(new TreeMap<>(heldBack));
  }
}
