package org.ontodraft.app.service.exchange;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftFileCodec;
import org.ontodraft.model.exchange.DraftFileReading;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.exchange.PortableDraft;

/**
 * Drafts from one store to another, as they are, in the form of their files: what a file cannot
 * hold would not arrive. Blocking; not for the FX thread.
 */
public final class DraftMove {
  private static final int MOST_TRIES = 3;

  private final DraftTransfer from;
  private final DraftTransfer to;
  private final String program;
  private final InstantSource clock;

  /**
   * Between two stores of one ontology.
   *
   * @param program the version of this program
   */
  public DraftMove(DraftTransfer from, DraftTransfer to, String program, InstantSource clock) {
    this.from = from;
    this.to = to;
    this.program = program;
    this.clock = clock;
  }

  /**
   * Puts a draft into the other store under the same ids. It stays in the first until it is {@link
   * #remove removed} there. Doing it again changes nothing; an older state of the draft that an
   * interrupted move has left in the other store is replaced.
   */
  public Outcome<PortableDraft> copy(UUID draft) {
    return from.read(draft)
        .map(found -> copy(found))
        .orElseGet(() -> Outcome.refused("DRAFT-05", draft));
  }

  private Outcome<PortableDraft> copy(PortableDraft draft) {
    byte[] file =
        DraftFileCodec.write(new DraftFile(program, clock.instant(), List.of(), null, draft));
    return switch (DraftFileCodec.read(file)) {
      case DraftFileReading.Read(DraftFile read) when read.draft().equals(draft) -> put(draft);
      case DraftFileReading.Read differs -> lost(draft);
      case DraftFileReading.Refused refused -> lost(draft);
    };
  }

  private static Outcome<PortableDraft> lost(PortableDraft draft) {
    return Outcome.refused("EXCHANGE-05", draft.title());
  }

  private Outcome<PortableDraft> put(PortableDraft draft) {
    if (to.write(draft)) {
      return Outcome.done(draft);
    }
    Optional<PortableDraft> there = to.read(draft.id());
    boolean put =
        there.isPresent()
            && (there.get().equals(draft)
                || (holdsAllOf(draft, there.get()) && to.remove(there.get()) && to.write(draft)));
    return put ? Outcome.done(draft) : Outcome.refused("EXCHANGE-04", draft.title());
  }

  /** Whether nothing is in the older state that the newer one does not have, too. */
  private static boolean holdsAllOf(PortableDraft newer, PortableDraft older) {
    int steps = older.steps().size();
    return newer.steps().size() >= steps
        && newer.steps().subList(0, steps).equals(older.steps())
        && newer.title().equals(older.title())
        && newer.description().equals(older.description())
        && Objects.equals(newer.comment(), older.comment())
        && newer.base().equals(older.base())
        && newer.submissions().containsAll(older.submissions())
        && newer.resolutions().containsAll(older.resolutions())
        && (newer.steps().size() > steps || newer.changes().equals(older.changes()));
  }

  /**
   * Removes a copied draft from the first store. One that somebody changed meanwhile is copied
   * again first.
   *
   * @return false when it stays there, since it changes all the time or cannot be copied any more
   */
  public boolean remove(PortableDraft copied) {
    PortableDraft known = copied;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (from.remove(known)) {
        return true;
      }
      if (!(copy(known.id()) instanceof Outcome.Done<PortableDraft>(PortableDraft again))) {
        return false;
      }
      known = again;
    }
    return false;
  }

  /** Takes a copy back out of the other store; one that somebody has changed there stays. */
  public void takeBack(PortableDraft copied) {
    to.remove(copied);
  }
}
