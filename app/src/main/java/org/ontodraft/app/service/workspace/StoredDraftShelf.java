package org.ontodraft.app.service.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftCopy;
import org.ontodraft.model.draft.DeletedDraft;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.rebase.DraftMerge;

/** The shelf over a store. Each use case is one write; two at once do not meet. */
public final class StoredDraftShelf implements DraftShelf {
  /** Whoever misses a draft later than this does not miss it. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final DraftStore drafts;
  private final DraftTransfer transfer;
  private final Host host;
  private final Supplier<Optional<DraftSession>> open;
  private final Function<Draft, Ontology> bases;
  private final InstantSource clock;

  /** What the shelf needs of its workspace. */
  public interface Host {
    /** The list of drafts is another now. */
    void listChanged();

    /** Keeps a draft's base from being collected. */
    void pin(Draft draft);

    /** Lets go of a draft's base. */
    void unpin(UUID draft);
  }

  /**
   * A shelf.
   *
   * @param open the open draft
   * @param bases the snapshot of a draft's base
   */
  public StoredDraftShelf(
      DraftStore drafts,
      DraftTransfer transfer,
      Host host,
      Supplier<Optional<DraftSession>> open,
      Function<Draft, Ontology> bases,
      InstantSource clock) {
    this.drafts = drafts;
    this.transfer = transfer;
    this.host = host;
    this.open = open;
    this.bases = bases;
    this.clock = clock;
  }

  /** Removes for good what was deleted long ago. */
  void clear() {
    Instant before = clock.instant().minus(KEPT);
    for (DeletedDraft deleted : drafts.deleted()) {
      if (deleted.deletedAt().isBefore(before)) {
        drafts.purge(deleted.draft().id());
        host.unpin(deleted.draft().id());
      }
    }
  }

  @Override
  public Outcome<Draft> archive(UUID draft, boolean archived) {
    return listed(() -> {
      drafts.archive(draft, archived);
      return found(draft);
    });
  }

  @Override
  public List<DeletedDraft> deleted() {
    return drafts.deleted();
  }

  @Override
  public Outcome<Draft> restore(UUID draft) {
    return listed(() ->
        drafts
            .restore(draft)
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused("DRAFT-05", draft)));
  }

  @Override
  public Outcome<Draft> duplicate(UUID draft, String title) {
    return listed(() -> {
      Optional<PortableDraft> whole = transfer.read(draft);
      if (whole.isEmpty()) {
        return Outcome.refused("DRAFT-05", draft);
      }
      PortableDraft copy = DraftCopy.of(whole.get(), title, whole.get().source(), clock.instant());
      transfer.write(copy);
      Outcome<Draft> made = found(copy.id());
      if (made instanceof Outcome.Done<Draft>(Draft found)) {
        host.pin(found);
      }
      return made;
    });
  }

  private Outcome<Draft> found(UUID draft) {
    return drafts
        .find(draft)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused("DRAFT-05", draft));
  }

  @Override
  public Outcome<DraftMerge> preview(UUID other) {
    return whenReached(() -> preview(other, open.get()));
  }

  private Outcome<DraftMerge> preview(UUID other, Optional<DraftSession> mine) {
    Optional<Draft> found = drafts.find(other);
    if (found.isEmpty() || mine.isEmpty()) {
      return Outcome.refused("DRAFT-05", other);
    }
    DraftOverlay shown = mine.get().effective().get();
    Draft theirs = found.get();
    if (!theirs.base().commit().equals(shown.version().commit())) {
      return Outcome.refused(
          "DRAFT-12", theirs.title(), theirs.base().shortCommit(), shown.version().shortCommit());
    }
    return Outcome.done(
        DraftMerge.of(shown, DraftOverlay.of(bases.apply(theirs), drafts.changes(theirs.id()))));
  }

  @Override
  public Outcome<DraftOverlay> merge(UUID other, Set<Place> others) {
    return whenReached(() -> {
      Optional<DraftSession> mine = open.get();
      return switch (preview(other, mine)) {
        case Outcome.Refused<DraftMerge> refused -> new Outcome.Refused<>(refused.refusal());
        case Outcome.Done<DraftMerge>(DraftMerge merge) -> {
          DraftSession session = mine.orElseThrow();
          yield session.make(merge.step(session.effective().get(), others), drafts.intents(other));
        }
      };
    });
  }

  private <T> Outcome<T> listed(Supplier<Outcome<T>> work) {
    return whenReached(() -> {
      Outcome<T> outcome = work.get();
      host.listChanged();
      return outcome;
    });
  }

  private static <T> Outcome<T> whenReached(Supplier<Outcome<T>> work) {
    try {
      return work.get();
    } catch (StoreAwayException away) {
      return Outcome.refused("PG-20", away.getMessage());
    }
  }
}
