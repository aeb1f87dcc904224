package org.ontodraft.app.service.submit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftStore;

/** What waits, sent as every submit is. Thread-safe. */
public final class GitOutbox implements Outbox {
  private static final String TOO_MANY = "FORGE-09";

  private final DraftStore drafts;
  private final GitSubmitService submits;
  private final WaitingNotes notes;
  private final InstantSource clock;
  private Instant notBefore = Instant.MIN;

  /** Of one workspace. */
  public GitOutbox(
      DraftStore drafts, GitSubmitService submits, WaitingNotes notes, InstantSource clock) {
    this.drafts = drafts;
    this.submits = submits;
    this.notes = notes;
    this.clock = clock;
  }

  @Override
  public Observed<Map<UUID, WaitingSubmit>> waiting() {
    return notes.waiting();
  }

  @Override
  public Outcome<WaitingSubmit> add(
      DraftSession session, String title, String body, boolean onOldBase, Wishes wishes) {
    Draft draft = session.draft().get();
    return switch (submits.content(draft, session.effective().get(), title.strip())) {
      case Outcome.Refused<String> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<String> content -> {
        WaitingSubmit one =
            new WaitingSubmit(
                title.strip(),
                body.strip(),
                onOldBase,
                wishes,
                content.value(),
                clock.instant(),
                null);
        notes.keep(draft.id(), one);
        yield Outcome.done(one);
      }
    };
  }

  @Override
  public void remove(UUID draft) {
    notes.remove(draft);
  }

  @Override
  public synchronized int send(Progress progress) {
    int sent = 0;
    for (Map.Entry<UUID, WaitingSubmit> entry : notes.waiting().get().entrySet()) {
      UUID id = entry.getKey();
      WaitingSubmit one = entry.getValue();
      if (one.stopped() != null || clock.instant().isBefore(notBefore)) {
        continue;
      }
      Optional<Draft> draft = drafts.find(id);
      if (draft.isEmpty()) {
        notes.remove(id);
        continue;
      }
      switch (submits.submit(draft.get(), one, progress)) {
        case SubmitOutcome.Sent done -> sent++;
        case SubmitOutcome.Failed failed when Outbox.mayPass(failed.refusal()) ->
            waitOn(failed.refusal());
        case SubmitOutcome.Failed failed -> notes.keep(id, one.stoppedBy(failed.refusal()));
        case SubmitOutcome.UpstreamMoved moved ->
            notes.keep(
                id, one.stoppedBy(Refusal.of("SUBMIT-09", moved.plan().onto().shortCommit())));
      }
    }
    return sent;
  }

  /** A forge that names a time is not asked before. */
  private void waitOn(Refusal refusal) {
    if (refusal.code().equals(TOO_MANY)) {
      try {
        notBefore = Instant.parse(refusal.arguments().getLast());
      } catch (DateTimeException notATime) {
        throw new IllegalStateException(refusal.toString(), notATime);
      }
    }
  }
}
