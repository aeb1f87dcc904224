package org.ontodraft.app.testing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DeletedDraft;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftSource;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.DraftWrite;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.draft.EditOutcome;
import org.ontodraft.model.draft.SeenChanges;
import org.ontodraft.model.draft.StoredDraft;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.ontology.OntologyVersion;

/** Drafts and their journal without a database, for tests of what is above it. */
public final class MemoryDrafts implements DraftStore, EditJournal, DraftTransfer {
  private final InstantSource clock;
  private final Map<UUID, Draft> drafts = new LinkedHashMap<>();
  private final Map<UUID, DeletedDraft> deleted = new HashMap<>();
  private final Map<UUID, TreeMap<EntityKey, DraftChange>> changes = new LinkedHashMap<>();
  private final Map<UUID, Map<EntityKey, Long>> versions = new HashMap<>();
  private final List<DraftStep> log = new ArrayList<>();
  private @Nullable RuntimeException failure;

  /** No drafts yet. */
  public MemoryDrafts(InstantSource clock) {
    this.clock = clock;
  }

  /** Lets the next edits fail with this; null lets them be kept again. */
  public synchronized void failWith(@Nullable RuntimeException fault) {
    failure = fault;
  }

  /** Every edit that was journaled. */
  public synchronized List<DraftEdit> log() {
    return log.stream().flatMap(step -> step.edits().stream()).toList();
  }

  @Override
  public synchronized Draft create(String title, OntologyVersion base) {
    Draft draft =
        new Draft(
            UUID.randomUUID(),
            title,
            "",
            DraftStatus.DRAFT,
            base,
            clock.instant(),
            clock.instant(),
            null,
            false,
            0,
            0);
    drafts.put(draft.id(), draft);
    changes.put(draft.id(), new TreeMap<>());
    return draft;
  }

  @Override
  public synchronized List<Draft> list() {
    return drafts.values().stream()
        .sorted(Comparator.comparing(Draft::modifiedAt).reversed())
        .toList();
  }

  @Override
  public synchronized Optional<Draft> find(UUID draft) {
    return Optional.ofNullable(drafts.get(draft));
  }

  @Override
  public synchronized List<DraftChange> changes(UUID draft) {
    return List.copyOf(changesOf(draft).values());
  }

  @Override
  public synchronized List<DraftStep> steps(UUID draft) {
    return log.stream().filter(step -> step.draft().equals(draft)).toList();
  }

  @Override
  public synchronized List<DraftIntent> intents(UUID draft) {
    List<DraftIntent> intents = new ArrayList<>();
    for (DraftStep step : steps(draft)) {
      if (step.kind() == DraftEdit.Kind.UNDO) {
        step.intents().forEach(intents::remove);
      } else {
        intents.addAll(step.intents());
      }
    }
    return intents;
  }

  @Override
  public synchronized long appliedSequence() {
    return log.size();
  }

  @Override
  public synchronized Optional<StoredDraft> stored(UUID draft) {
    return find(draft)
        .map(found ->
            new StoredDraft(
                found,
                changes(draft),
                Map.copyOf(versions.getOrDefault(draft, Map.of())),
                steps(draft)));
  }

  @Override
  public synchronized EditOutcome apply(
      DraftStep step, Map<EntityKey, Optional<DraftChange>> made, SeenChanges seen) {
    Draft draft = of(step.draft());
    Map<EntityKey, Long> written = versions.computeIfAbsent(step.draft(), id -> new HashMap<>());
    SeenChanges found = new SeenChanges(draft.base().commit(), written);
    TreeMap<EntityKey, DraftChange> kept = changesOf(step.draft());
    for (Map.Entry<EntityKey, Optional<DraftChange>> change : made.entrySet()) {
      EntityKey key = change.getKey();
      if (found.version(key) != seen.version(key)) {
        return new EditOutcome.Stale(
            key, change.getValue().orElse(null), kept.get(key), seen, found);
      }
    }
    long version = draft.rowVersion() + 1;
    made.forEach((key, change) -> {
      change.ifPresentOrElse(present -> kept.put(key, present), () -> kept.remove(key));
      written.put(key, change.isPresent() ? version : 0);
    });
    replace(draft, draft.title(), draft.description(), DraftStatus.DRAFT, draft.base());
    return new EditOutcome.Stored(
        new SeenChanges(draft.base().commit(), written), draft.rowVersion(), version);
  }

  @Override
  public void withdraw(DraftStep step) {
    // What is journaled here counts as applied.
  }

  @Override
  public synchronized DraftWrite describe(Draft seen, String title, String description) {
    Draft found = of(seen.id());
    replace(found, title, description, found.status(), found.base());
    return new DraftWrite.Done(of(seen.id()));
  }

  @Override
  public synchronized boolean transition(UUID draft, DraftStatus from, DraftStatus to) {
    if (!from.canMoveTo(to)) {
      throw new IllegalArgumentException(from + " to " + to);
    }
    Draft found = of(draft);
    if (found.status() != from) {
      return false;
    }
    replace(found, found.title(), found.description(), to, found.base());
    return true;
  }

  @Override
  public synchronized DraftWrite rebase(
      Draft seen, OntologyVersion base, List<DraftChange> onBase) {
    TreeMap<EntityKey, DraftChange> next = new TreeMap<>();
    Map<EntityKey, Long> written = new HashMap<>();
    Draft found = of(seen.id());
    for (DraftChange change : onBase) {
      next.put(change.key(), change);
      written.put(change.key(), found.rowVersion() + 1);
    }
    changes.put(seen.id(), next);
    versions.put(seen.id(), written);
    replace(found, found.title(), found.description(), DraftStatus.DRAFT, base);
    return new DraftWrite.Done(of(seen.id()));
  }

  @Override
  public synchronized Optional<PortableDraft> read(UUID draft) {
    return find(draft)
        .map(found ->
            new PortableDraft(
                draft,
                found.title(),
                found.description(),
                null,
                found.status(),
                DraftSource.DESKTOP,
                found.base(),
                found.createdAt(),
                found.modifiedAt(),
                null,
                null,
                null,
                found.pullRequestUrl(),
                changes(draft),
                steps(draft),
                intents(draft),
                List.of(),
                List.of()));
  }

  @Override
  public synchronized boolean write(PortableDraft draft, LongConsumer stored) {
    if (drafts.containsKey(draft.id())) {
      return false;
    }
    stored.accept(draft.parts());
    TreeMap<EntityKey, DraftChange> own = changesOf(draft.id());
    draft.changes().forEach(change -> own.put(change.key(), change));
    log.addAll(draft.steps());
    drafts.put(
        draft.id(),
        new Draft(
            draft.id(),
            draft.title(),
            draft.description(),
            draft.status(),
            draft.base(),
            draft.createdAt(),
            draft.modifiedAt(),
            draft.pullRequestUrl(),
            false,
            own.size(),
            0));
    return true;
  }

  @Override
  public synchronized boolean remove(PortableDraft seen) {
    boolean unchanged = read(seen.id()).map(seen::equals).orElse(true);
    if (unchanged) {
      purge(seen.id());
    }
    return unchanged;
  }

  @Override
  public synchronized boolean archive(UUID draft, boolean archived) {
    Draft found = drafts.get(draft);
    if (found == null) {
      return false;
    }
    drafts.put(
        draft,
        new Draft(
            draft,
            found.title(),
            found.description(),
            found.status(),
            found.base(),
            found.createdAt(),
            clock.instant(),
            found.pullRequestUrl(),
            archived,
            found.changeCount(),
            found.rowVersion() + 1));
    return true;
  }

  @Override
  public synchronized void delete(UUID draft) {
    Draft gone = drafts.remove(draft);
    if (gone != null) {
      deleted.put(draft, new DeletedDraft(gone, clock.instant()));
    }
  }

  @Override
  public synchronized List<DeletedDraft> deleted() {
    return deleted.values().stream()
        .sorted(Comparator.comparing(DeletedDraft::deletedAt).reversed())
        .toList();
  }

  @Override
  public synchronized Optional<Draft> restore(UUID draft) {
    DeletedDraft found = deleted.remove(draft);
    if (found != null) {
      drafts.put(draft, found.draft());
    }
    return find(draft);
  }

  @Override
  public synchronized void purge(UUID draft) {
    drafts.remove(draft);
    deleted.remove(draft);
    changes.remove(draft);
  }

  @Override
  public synchronized long nextSequence() {
    return log.size() + 1L;
  }

  @Override
  public synchronized void append(DraftStep step) {
    if (failure != null) {
      throw failure;
    }
    log.add(step);
  }

  @Override
  public synchronized List<DraftStep> after(long sequence) {
    return log.stream().filter(step -> step.sequence() > sequence).toList();
  }

  @Override
  public void close() {}

  private Draft of(UUID draft) {
    return find(draft).orElseThrow();
  }

  private TreeMap<EntityKey, DraftChange> changesOf(UUID draft) {
    return changes.computeIfAbsent(draft, id -> new TreeMap<>());
  }

  private void replace(
      Draft draft, String title, String description, DraftStatus status, OntologyVersion base) {
    drafts.put(
        draft.id(),
        new Draft(
            draft.id(),
            title,
            description,
            status,
            base,
            draft.createdAt(),
            clock.instant(),
            draft.pullRequestUrl(),
            draft.archived(),
            changesOf(draft.id()).size(),
            draft.rowVersion() + 1));
  }

  /** Makes it a draft that was sent, with its pull request there. */
  public synchronized void sent(UUID draft, String pullRequestUrl) {
    Draft found = of(draft);
    drafts.put(
        draft,
        new Draft(
            draft,
            found.title(),
            found.description(),
            DraftStatus.SUBMITTED,
            found.base(),
            found.createdAt(),
            found.modifiedAt(),
            pullRequestUrl,
            found.archived(),
            found.changeCount(),
            found.rowVersion() + 1));
  }
}
