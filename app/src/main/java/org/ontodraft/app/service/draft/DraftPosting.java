package org.ontodraft.app.service.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditOutcome;
import org.ontodraft.model.draft.SeenChanges;
import org.ontodraft.model.draft.StoredDraft;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.ontology.StoreFailure;
import org.ontodraft.model.patch.PatchDoesNotApplyException;

/**
 * Brings the edits of one draft to its store, and knows what the store holds. An edit that another
 * session's write came before is made on top of it where both touched different places; where they
 * touched the same, nothing is written. Not thread-safe: its session calls it one at a time.
 */
final class DraftPosting {
  /** Somebody who writes one entity faster than this is not a person. */
  private static final int TRIES = 5;

  private final DraftStore store;
  private final UUID id;
  private final Ontology base;

  /** The commit the draft is on; the snapshot may be of another where that one is gone. */
  private final String baseCommit;

  private DraftOverlay overlay;
  private Map<EntityKey, Long> versions;
  private long version;
  private List<DraftStep> steps;

  /** What came of an edit. */
  sealed interface Posted {
    /** It is in the store. */
    record Kept() implements Posted {}

    /**
     * The store has another value in its place.
     *
     * @param edit the first edit of the step whose place that is
     */
    record Overtaken(DraftEdit edit, @Nullable EntityDocument mine, @Nullable EntityDocument theirs)
        implements Posted {}

    /** The draft stands on another base. */
    record Moved() implements Posted {}

    /** The draft takes no edit any more. */
    record Closed(DraftStatus status) implements Posted {}

    /** The draft is gone. */
    record Gone() implements Posted {}

    /** The store cannot be reached; the edit may be posted again. */
    record Waits(String reason) implements Posted {}
  }

  /** Over what the store holds; {@code base} is the snapshot of the version the draft is on. */
  DraftPosting(DraftStore store, StoredDraft stored, Ontology base) {
    this.store = store;
    this.id = stored.draft().id();
    this.base = base;
    this.baseCommit = stored.draft().base().commit();
    this.overlay = DraftOverlay.of(base, stored.changes());
    this.versions = stored.versions();
    this.version = stored.draft().rowVersion();
    this.steps = stored.steps();
  }

  /** Works out the hierarchy here, so that no screen has to. */
  DraftPosting warm() {
    overlay.hierarchy();
    return this;
  }

  /** The ontology with the draft as the store has it. */
  DraftOverlay overlay() {
    return overlay;
  }

  /** The edit log as the store had it when it was last read whole. */
  List<DraftStep> steps() {
    return steps;
  }

  /** The draft's version that {@link #overlay} shows. */
  long version() {
    return version;
  }

  /** This session wrote the draft's words, which leaves its changes as they are. */
  void described(long before, long after) {
    if (version == before) {
      version = after;
    }
  }

  /**
   * Posts a step that was made on {@link #overlay}.
   *
   * @param changes what the draft then does to the step's entities
   */
  Posted post(DraftStep step, Map<EntityKey, Optional<DraftChange>> changes) {
    try {
      Posted posted = write(step, changes);
      return posted == null ? post(step) : posted;
    } catch (StoreAwayException away) {
      return new Posted.Waits(String.valueOf(away.getMessage()));
    } catch (RuntimeException fault) {
      return waits(fault);
    }
  }

  /** The journal has the step; a store that is there and can be written takes it when it opens. */
  private static Posted waits(RuntimeException fault) {
    return new Posted.Waits(StoreFailure.untilOpened(fault).orElseThrow(() -> fault));
  }

  /** Posts a step that was made earlier, if it fits what the store holds. */
  Posted post(DraftStep step) {
    try {
      for (int i = 0; i < TRIES; i++) {
        Map<EntityKey, Optional<DraftChange>> changes = new HashMap<>();
        for (DraftEdit edit : step.edits()) {
          EntityDocument theirs = overlay.effectiveDocument(edit.key());
          EntityDocument mine;
          try {
            mine = edit.forward().applyTo(theirs);
            if (!Objects.equals(edit.inverse().applyTo(mine), theirs)) {
              return new Posted.Overtaken(edit, mine, theirs);
            }
          } catch (PatchDoesNotApplyException elsewhere) {
            return new Posted.Overtaken(edit, null, theirs);
          }
          changes.put(edit.key(), Optional.ofNullable(overlay.changeTo(edit.key(), mine)));
        }
        Posted posted = write(step, changes);
        if (posted != null) {
          return posted;
        }
      }
      return new Posted.Waits("others write the same entities all the time");
    } catch (StoreAwayException away) {
      return new Posted.Waits(String.valueOf(away.getMessage()));
    } catch (RuntimeException fault) {
      return waits(fault);
    }
  }

  /** Writes once; null when another session came before and the overlay is read anew. */
  private @Nullable Posted write(DraftStep step, Map<EntityKey, Optional<DraftChange>> changes) {
    Map<EntityKey, Long> seen = new HashMap<>(versions);
    seen.keySet().retainAll(changes.keySet());
    return switch (store.apply(step, changes, new SeenChanges(baseCommit, seen))) {
      case EditOutcome.Stored stored -> {
        if (stored.before() == version) {
          overlay = overlay.withAll(changes);
          Map<EntityKey, Long> next = new HashMap<>(versions);
          next.keySet().removeAll(changes.keySet());
          stored
              .seen()
              .versions()
              .forEach((key, written) -> {
                if (changes.containsKey(key)) {
                  next.put(key, written);
                }
              });
          versions = next;
          version = stored.version();
        } else {
          readAgain();
        }
        yield new Posted.Kept();
      }
      case EditOutcome.Stale stale -> {
        readAgain();
        yield null;
      }
      case EditOutcome.Rebased rebased -> new Posted.Moved();
      case EditOutcome.Closed(DraftStatus status) -> new Posted.Closed(status);
      case EditOutcome.Gone gone -> new Posted.Gone();
      case EditOutcome.Away(String reason) -> new Posted.Waits(reason);
    };
  }

  /**
   * Reads what the store holds now.
   *
   * @return false when the draft stands on another base, which this cannot show
   * @throws NoSuchElementException when the draft is gone
   */
  boolean readAgain() {
    StoredDraft stored = store.stored(id).orElseThrow();
    if (!stored.draft().base().commit().equals(baseCommit)) {
      return false;
    }
    overlay = DraftOverlay.of(base, stored.changes());
    warm();
    versions = stored.versions();
    version = stored.draft().rowVersion();
    steps = stored.steps();
    return true;
  }
}
