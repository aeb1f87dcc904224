package org.ontodraft.app.service.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.RunningTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.draft.RebaseStanding.Status;
import org.ontodraft.model.draft.RebaseStandings;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.rebase.ResolutionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out how every open draft stands to the newest version, and keeps it. Only plans are made;
 * no draft is touched. Thread-safe.
 */
final class DraftExaminations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DraftExaminations.class);

  private final DraftStore drafts;
  private final RebaseStandings kept;
  private final ResolutionStore resolutions;
  private final CanonicalSync canonicalSync;
  private final TaskRunner tasks;
  private final String taskKey;
  private final State<Map<UUID, RebaseStanding>> standings;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private @Nullable RunningTask running;
  private boolean closed;

  DraftExaminations(
      DraftStore drafts,
      RebaseStandings kept,
      ResolutionStore resolutions,
      CanonicalSync canonicalSync,
      TaskRunner tasks,
      String workspaceId) {
    this.drafts = drafts;
    this.kept = kept;
    this.resolutions = resolutions;
    this.canonicalSync = canonicalSync;
    this.tasks = tasks;
    this.taskKey = "examine:" + workspaceId;
    this.standings = new State<>(Map.copyOf(kept.all()));
  }

  /** How each draft stands, as last examined. */
  Observed<Map<UUID, RebaseStanding>> standings() {
    return standings;
  }

  /** Examines in the background the drafts that were not examined against this version. */
  synchronized void examine(Ontology newest) {
    if (closed) {
      return;
    }
    running =
        tasks.latest(
            taskKey,
            BackgroundTask.of("examine drafts", progress -> examine(newest, progress))
                .asJob(JobNote.of("examine-drafts", newest.version().shortCommit())));
  }

  private Ontology examine(Ontology newest, Progress progress) {
    return whileOpen(() -> {
      Bases bases = new Bases(newest);
      try {
        for (Draft draft : inQuestion(newest.version().commit())) {
          progress.checkCancelled();
          keep(draft, standing(draft, bases));
        }
      } catch (StoreAwayException later) {
        // The next sync or start examines them.
        LOG.info("drafts are examined later: {}", later.getMessage());
      }
      return newest;
    });
  }

  /**
   * Does what reads the store before it closes, which waits for it, or not at all.
   *
   * @throws CancellationException once nobody asks any more
   */
  <T> T whileOpen(Supplier<T> work) {
    use.readLock().lock();
    try {
      synchronized (this) {
        if (closed) {
          throw new CancellationException();
        }
      }
      return work.get();
    } finally {
      use.readLock().unlock();
    }
  }

  /** The draft as it is stored; empty when it is gone, or nobody asks any more. */
  synchronized Optional<Draft> find(UUID draft) {
    return closed ? Optional.empty() : drafts.find(draft);
  }

  /** Drafts that may still move; those on one base together. */
  private List<Draft> inQuestion(String commit) {
    List<Draft> found = new ArrayList<>();
    synchronized (this) {
      if (closed) {
        return found;
      }
      Map<UUID, RebaseStanding> known = kept.all();
      standings.set(Map.copyOf(known));
      for (Draft draft : drafts.list()) {
        @Nullable RebaseStanding standing = known.get(draft.id());
        boolean isKnown =
            standing != null
                && standing.status() != Status.PENDING
                && commit.equals(standing.commit());
        if (draft.status() != DraftStatus.MERGED && !isKnown) {
          found.add(draft);
        }
      }
    }
    found.sort((one, other) -> one.base().commit().compareTo(other.base().commit()));
    return found;
  }

  private RebaseStanding standing(Draft draft, Bases bases) {
    String commit = bases.newest.version().commit();
    if (draft.base().commit().equals(commit)) {
      return new RebaseStanding(Status.CLEAN, commit);
    }
    DraftValidation base = bases.of(draft);
    DraftOverlay overlay = DraftOverlay.of(base.overlay().base(), drafts.changes(draft.id()));
    boolean clean =
        Rebase.of(
                base.with(overlay),
                bases.newest,
                canonicalSync.schemas(bases.newest.version()),
                drafts.intents(draft.id()))
            .resolve(resolutions.ofDraft(draft.id()))
            .clean();
    return new RebaseStanding(clean ? Status.CLEAN : Status.CONFLICT, commit);
  }

  /** The base of the draft asked for last: others on it share what was looked up about it. */
  private final class Bases {
    private final Ontology newest;
    private @Nullable DraftValidation last;

    Bases(Ontology newest) {
      this.newest = newest;
    }

    DraftValidation of(Draft draft) {
      @Nullable DraftValidation known = last;
      if (known != null && known.overlay().version().commit().equals(draft.base().commit())) {
        return known;
      }
      Ontology base = canonicalSync.at(newest, draft.base());
      DraftValidation found = DraftValidation.of(base, canonicalSync.schemas(base.version()));
      last = found;
      return found;
    }
  }

  /**
   * Keeps how a draft stands, unless it was changed since.
   *
   * @param examined the draft as it was examined
   */
  synchronized void keep(Draft examined, RebaseStanding standing) {
    if (!closed && kept.put(examined, standing)) {
      standings.update(before -> {
        Map<UUID, RebaseStanding> next = new HashMap<>(before);
        next.put(examined.id(), standing);
        return Map.copyOf(next);
      });
    }
  }

  /** Stops examining; nothing is read or kept once this returns. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (running != null) {
        running.cancel();
      }
    }
    // An examination that is under way ends with the draft it is at.
    use.writeLock().lock();
    use.writeLock().unlock();
  }
}
