package org.ontodraft.app.service.submit;

import org.ontodraft.model.part.DraftParts;
import org.ontodraft.model.part.LeftOut;
import org.ontodraft.model.part.Selection;

/**
 * What of a draft goes into the next submit.
 *
 * @param parts all there is
 * @param leftOut what the curator does not want to send yet
 * @param selection what is sent for that
 */
public record ChosenParts(DraftParts parts, LeftOut leftOut, Selection selection) {
  /** What is sent when this is left out. */
  static ChosenParts of(DraftParts parts, LeftOut leftOut) {
    return new ChosenParts(parts, leftOut, parts.without(leftOut));
  }
}
