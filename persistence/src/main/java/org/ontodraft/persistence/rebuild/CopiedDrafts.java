package org.ontodraft.persistence.rebuild;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.ontodraft.model.draft.DeletedDraft;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.DraftWrite;
import org.ontodraft.model.draft.EditOutcome;
import org.ontodraft.model.draft.SeenChanges;
import org.ontodraft.model.draft.StoredDraft;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.rebase.ResolutionStore;

/**
 * Drafts that are copied to files whenever something is done to them that no journal holds: a
 * draft's birth, its words, status, rebase, decisions and submissions. Thread-safe.
 */
public final class CopiedDrafts {
  private final DraftStore drafts;
  private final DraftCopies copies;

  /**
   * Copies in this folder.
   *
   * @param journal the journal whose steps the drafts hold
   */
  public CopiedDrafts(
      DraftStore drafts, DraftTransfer whole, Path folder, UUID journal, InstantSource clock) {
    this.drafts = drafts;
    this.copies = new DraftCopies(folder, whole, journal, drafts::appliedSequence, clock);
  }

  /**
   * Copies drafts that have no copy yet, or were changed since it was written.
   *
   * @param all whether the others are copied again, too
   */
  public void complete(boolean all) {
    copies.complete(drafts.list(), all);
  }

  /** The drafts, copied. */
  public DraftStore drafts() {
    return new Drafts();
  }

  /**
   * These submissions, copied with their drafts when what is planned changes and when it is done.
   * How far a plan got in between is asked of the server again, so that a copy may lag behind.
   */
  public SubmissionStore submissions(SubmissionStore submissions) {
    return new SubmissionStore() {
      @Override
      public void save(Submission submission) {
        boolean planned = ofDraft(submission.draft()).stream().anyMatch(submission::plansAs);
        submissions.save(submission);
        if (!planned) {
          copies.write(submission.draft());
        }
      }

      @Override
      public List<Submission> ofDraft(UUID draft) {
        return submissions.ofDraft(draft);
      }

      @Override
      public void record(Submission submission) {
        submissions.record(submission);
        copies.write(submission.draft());
      }
    };
  }

  /** These decisions, copied with their drafts. */
  public ResolutionStore resolutions(ResolutionStore resolutions) {
    return new ResolutionStore() {
      @Override
      public List<Resolution> ofDraft(UUID draft) {
        return resolutions.ofDraft(draft);
      }

      @Override
      public void decide(UUID draft, RebasePlan plan, Collection<Resolution> decided) {
        resolutions.decide(draft, plan, decided);
        copies.write(draft, decided);
      }

      @Override
      public void takeBack(UUID draft, Collection<Place> places) {
        resolutions.takeBack(draft, places);
        copies.write(draft);
      }
    };
  }

  /** Drafts handed over whole, copied. */
  public DraftTransfer transfer(DraftTransfer transfer) {
    return new DraftTransfer() {
      @Override
      public Optional<PortableDraft> read(UUID draft) {
        return transfer.read(draft);
      }

      @Override
      public boolean write(PortableDraft draft, LongConsumer stored) {
        boolean written = transfer.write(draft, stored);
        if (written) {
          copies.write(draft.id());
        }
        return written;
      }

      /** As with a deletion: a draft that a crash leaves behind has a copy again at the start. */
      @Override
      public boolean remove(PortableDraft seen) {
        copies.remove(seen.id());
        boolean removed = transfer.remove(seen);
        if (!removed) {
          copies.write(seen.id());
        }
        return removed;
      }
    };
  }

  private final class Drafts implements DraftStore {
    @Override
    public Draft create(String title, OntologyVersion base) {
      Draft made = drafts.create(title, base);
      copies.write(made.id());
      return made;
    }

    @Override
    public List<Draft> list() {
      return drafts.list();
    }

    @Override
    public Optional<Draft> find(UUID draft) {
      return drafts.find(draft);
    }

    @Override
    public List<DraftChange> changes(UUID draft) {
      return drafts.changes(draft);
    }

    @Override
    public List<DraftStep> steps(UUID draft) {
      return drafts.steps(draft);
    }

    @Override
    public List<DraftIntent> intents(UUID draft) {
      return drafts.intents(draft);
    }

    @Override
    public Optional<StoredDraft> stored(UUID draft) {
      return drafts.stored(draft);
    }

    @Override
    public long appliedSequence() {
      return drafts.appliedSequence();
    }

    /** The journal holds it. */
    @Override
    public EditOutcome apply(
        DraftStep step, Map<EntityKey, Optional<DraftChange>> changes, SeenChanges seen) {
      return drafts.apply(step, changes, seen);
    }

    @Override
    public void withdraw(DraftStep step) {
      drafts.withdraw(step);
    }

    @Override
    public DraftWrite describe(Draft seen, String title, String description) {
      return copied(seen.id(), drafts.describe(seen, title, description));
    }

    @Override
    public boolean transition(UUID draft, DraftStatus from, DraftStatus to) {
      boolean moved = drafts.transition(draft, from, to);
      if (moved) {
        copies.write(draft);
      }
      return moved;
    }

    @Override
    public DraftWrite rebase(Draft seen, OntologyVersion base, List<DraftChange> changes) {
      return copied(seen.id(), drafts.rebase(seen, base, changes));
    }

    private DraftWrite copied(UUID draft, DraftWrite written) {
      if (written instanceof DraftWrite.Done) {
        copies.write(draft);
      }
      return written;
    }

    @Override
    public boolean archive(UUID draft, boolean archived) {
      boolean found = drafts.archive(draft, archived);
      if (found) {
        copies.write(draft);
      }
      return found;
    }

    @Override
    public List<DeletedDraft> deleted() {
      return drafts.deleted();
    }

    @Override
    public Optional<Draft> restore(UUID draft) {
      Optional<Draft> restored = drafts.restore(draft);
      restored.ifPresent(found -> copies.write(found.id()));
      return restored;
    }

    @Override
    public void purge(UUID draft) {
      copies.remove(draft);
      drafts.purge(draft);
    }

    /** A copy without its draft means a draft that was lost, so the copy goes first. */
    @Override
    public void delete(UUID draft) {
      copies.remove(draft);
      drafts.delete(draft);
    }
  }
}
