package org.ontodraft.app.service.review;

import java.util.List;
import org.ontodraft.app.service.Outcome;

/**
 * Reads what is compared: versions and drafts, none of them changed by it. Not for the FX thread.
 */
public interface Comparisons {
  /** What kind of side it is. */
  enum Kind {
    UPSTREAM,
    DRAFT,
    BASE,
    TAG
  }

  /**
   * A side that can be chosen.
   *
   * @param name a draft's title, a tag or a branch
   */
  record Choice(ComparedSide side, Kind kind, String name) {}

  /** What can be chosen, by kind: upstream, drafts, their bases, tags from the newest on. */
  List<Choice> choices();

  /** The side that a tag, a branch or the beginning of a commit's id names. */
  Outcome<ComparedSide> named(String name);

  /** One side, as it is now. */
  Outcome<Compared> read(ComparedSide side);
}
