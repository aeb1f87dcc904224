package org.ontodraft.app.service.tracking;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.ontodraft.app.forge.PullRequest;
import org.ontodraft.app.forge.Revision;
import org.ontodraft.app.forge.Standing;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.LeftOutNotes;
import org.ontodraft.app.service.submit.PullRequests;
import org.ontodraft.app.service.tracking.TrackedPullRequest.Phase;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.draft.Submission.Stage;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.part.LeftOut;

/**
 * Tracking by asking the forge. Where there is none, a draft is merged when upstream has all of it.
 * Thread-safe.
 */
public final class ForgeTracking implements PullRequestTracking {
  private static final String TOO_MANY = "FORGE-09";
  private static final Duration FIRST_WAIT = Duration.ofMinutes(2);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final DraftStore drafts;
  private final SubmissionStore submissions;
  private final PullRequests pullRequests;
  private final SentDrafts sent;
  private final SentBranches branches;
  private final LeftOutNotes leftOut;
  private final InstantSource clock;
  private final Discussions discussions;
  private final TrackedNotes notes;
  private final State<Map<UUID, TrackedPullRequest>> tracked;
  private final Set<Attention> attended = ConcurrentHashMap.newKeySet();
  private Instant notBefore = Instant.MIN;
  private Duration nextWait = FIRST_WAIT;
  private boolean closed;

  /** One who looks at a draft's pull request; two who do are not the same. */
  private static final class Attention {
    private final UUID draft;

    Attention(UUID draft) {
      this.draft = draft;
    }
  }

  /** With the parts of one workspace. */
  public ForgeTracking(
      DraftStore drafts,
      SubmissionStore submissions,
      PullRequests pullRequests,
      SentDrafts sent,
      SentBranches branches,
      LeftOutNotes leftOut,
      TrackedNotes notes,
      InstantSource clock) {
    this.drafts = drafts;
    this.submissions = submissions;
    this.pullRequests = pullRequests;
    this.sent = sent;
    this.branches = branches;
    this.leftOut = leftOut;
    this.notes = notes;
    this.tracked = new State<>(notes.all());
    this.clock = clock;
    this.discussions = new Discussions(pullRequests, sent);
  }

  @Override
  public Observed<Map<UUID, TrackedPullRequest>> tracked() {
    return tracked;
  }

  @Override
  public synchronized Outcome<Integer> ask(Progress progress) {
    checkOpen();
    if (clock.instant().isBefore(notBefore)) {
      return Outcome.done(0);
    }
    int asked = 0;
    for (Draft draft : drafts.list()) {
      progress.checkCancelled();
      Optional<Submission> submission = followed(draft);
      if (submission.isEmpty()) {
        continue;
      }
      if (submission.get().forge() == null) {
        landedByItself(draft, submission.get());
        continue;
      }
      Outcome<TrackedPullRequest> outcome = ask(draft, submission.get(), progress);
      asked++;
      if (outcome instanceof Outcome.Refused<TrackedPullRequest> refused) {
        waitFor(refused.refusal());
        return new Outcome.Refused<>(refused.refusal());
      }
    }
    nextWait = FIRST_WAIT;
    return Outcome.done(asked);
  }

  /** A forge that names a time is not asked before; any other failure makes the pauses longer. */
  private void waitFor(Refusal refusal) {
    Instant until = clock.instant().plus(nextWait);
    nextWait = nextWait.multipliedBy(2);
    if (nextWait.compareTo(LONGEST_WAIT) > 0) {
      nextWait = LONGEST_WAIT;
    }
    if (refusal.code().equals(TOO_MANY)) {
      try {
        until = Instant.parse(refusal.arguments().getLast());
      } catch (DateTimeException notATime) {
        throw new IllegalStateException(refusal.toString(), notATime);
      }
    }
    notBefore = until;
  }

  /** What was sent last of a draft, while something may still come of it. */
  private Optional<Submission> followed(Draft draft) {
    if (draft.status() == DraftStatus.MERGED) {
      return Optional.empty();
    }
    Optional<TrackedPullRequest> known = Optional.ofNullable(tracked.get().get(draft.id()));
    return recorded(draft.id())
        .filter(last ->
            known
                .filter(one -> one.phase() == Phase.MERGED)
                .filter(one -> Objects.equals(one.number(), last.number()))
                .isEmpty());
  }

  private Optional<Submission> recorded(UUID draft) {
    return submissions.ofDraft(draft).stream()
        .filter(one -> one.reached(Stage.RECORDED))
        .findFirst();
  }

  private Outcome<TrackedPullRequest> ask(Draft draft, Submission submission, Progress progress) {
    Integer number = submission.number();
    if (number == null || pullRequests.missingToken().isPresent()) {
      return Outcome.refused("FORGE-03", submission.remote());
    }
    return switch (pullRequests.standing(number)) {
      case Outcome.Refused<Standing> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<Standing>(Standing standing) ->
          conclude(draft, submission, standing, progress);
    };
  }

  private Outcome<TrackedPullRequest> conclude(
      Draft draft, Submission submission, Standing standing, Progress progress) {
    TrackedPullRequest now = TrackedPullRequest.of(standing);
    switch (now.phase()) {
      case MERGED -> {
        if (sent.fetch(progress) instanceof Outcome.Refused<OntologyVersion> refused) {
          return new Outcome.Refused<>(refused.refusal());
        }
        SentParts parts = SentParts.of(draft, submission, sent);
        now =
            now.ended(
                parts.differences(sent.upstream(standing.mergeCommit().orElse(""))),
                isLeft(submission));
        landed(draft, parts);
      }
      case CLOSED -> {
        now = now.ended(List.of(), isLeft(submission));
        move(draft, DraftStatus.SUBMITTED, DraftStatus.REJECTED);
      }
      default -> {
        if (draft.status() == DraftStatus.REJECTED) {
          // Somebody took it up again at the forge.
          move(draft, DraftStatus.REJECTED, DraftStatus.DRAFT);
          move(draft, DraftStatus.DRAFT, DraftStatus.VALIDATED);
          move(draft, DraftStatus.VALIDATED, DraftStatus.SUBMITTED);
        }
      }
    }
    publish(draft.id(), now);
    return Outcome.done(now);
  }

  private void publish(UUID draft, TrackedPullRequest now) {
    if (!now.equals(tracked.get().get(draft))) {
      notes.keep(draft, now);
      tracked.update(before -> {
        Map<UUID, TrackedPullRequest> after = new HashMap<>(before);
        after.put(draft, now);
        return Map.copyOf(after);
      });
    }
  }

  private boolean isLeft(Submission submission) {
    return branches.untouched(submission) instanceof Outcome.Done<Boolean> there && there.value();
  }

  /** A draft that goes on being edited stays a draft, whatever became of what was sent. */
  private void move(Draft draft, DraftStatus from, DraftStatus to) {
    if (drafts.transition(draft.id(), from, to)) {
      sent.statusChanged();
    }
  }

  private void landedByItself(Draft draft, Submission submission) {
    if (draft.status() == DraftStatus.SUBMITTED && draft.changeCount() > 0) {
      SentParts parts = SentParts.of(draft, submission, sent);
      if (parts.differences(sent.upstream("")).isEmpty()) {
        landed(draft, parts);
      }
    }
  }

  /** What was left out lives on as a draft, and nothing of it is left out any more. */
  private void landed(Draft draft, SentParts parts) {
    boolean rest = parts.hasRest();
    if (rest) {
      leftOut.set(draft.id(), LeftOut.NONE);
    }
    move(draft, DraftStatus.SUBMITTED, rest ? DraftStatus.DRAFT : DraftStatus.MERGED);
  }

  @Override
  public Observed<Map<UUID, List<PlacedComment>>> discussions() {
    return discussions.all();
  }

  @Override
  public Outcome<List<PlacedComment>> comments(UUID id) {
    Optional<Draft> draft = drafts.find(id);
    Optional<Submission> submission = recorded(id);
    Integer number = submission.map(Submission::number).orElse(null);
    return draft.isEmpty() || number == null
        ? Outcome.refused("TRACK-01")
        : discussions.read(draft.get(), submission.get(), number);
  }

  @Override
  public Subscription attend(UUID draft) {
    Attention attention = new Attention(draft);
    attended.add(attention);
    return () -> attended.remove(attention);
  }

  @Override
  public synchronized Outcome<Integer> hear(Progress progress) {
    checkOpen();
    if (clock.instant().isBefore(notBefore)) {
      return Outcome.done(0);
    }
    int heard = 0;
    for (UUID draft : attended.stream().map(each -> each.draft).distinct().toList()) {
      progress.checkCancelled();
      if (recorded(draft).map(Submission::number).isEmpty()) {
        continue;
      }
      if (comments(draft) instanceof Outcome.Refused<List<PlacedComment>> refused) {
        waitFor(refused.refusal());
        return new Outcome.Refused<>(refused.refusal());
      }
      heard++;
    }
    return Outcome.done(heard);
  }

  @Override
  public Outcome<PlacedComment> answer(UUID draft, PlacedComment comment, String text) {
    Integer number = recorded(draft).map(Submission::number).orElse(null);
    return number == null
        ? Outcome.refused("TRACK-01")
        : discussions.answer(draft, number, comment, text);
  }

  @Override
  public Outcome<DraftOverlay> take(
      DraftSession session, PlacedComment comment, SuggestedLines lines) {
    Optional<Submission> submission = recorded(session.id());
    return submission.isEmpty()
        ? Outcome.refused("TRACK-01")
        : discussions.take(session, submission.get(), comment, lines);
  }

  @Override
  public synchronized Outcome<UUID> close(UUID draft) {
    return revise(draft, new Revision.Close());
  }

  @Override
  public synchronized Outcome<UUID> reopen(UUID draft) {
    return revise(draft, new Revision.Reopen());
  }

  private Outcome<UUID> revise(UUID id, Revision revision) {
    checkOpen();
    Optional<Draft> draft = drafts.find(id);
    Optional<Submission> submission = recorded(id);
    Integer number = submission.map(Submission::number).orElse(null);
    if (draft.isEmpty() || number == null) {
      return Outcome.refused("TRACK-01");
    }
    return switch (pullRequests.revise(number, revision)) {
      case Outcome.Refused<PullRequest> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<PullRequest> done ->
          switch (ask(draft.get(), submission.get(), Progress.none())) {
            case Outcome.Refused<TrackedPullRequest> refused ->
                new Outcome.Refused<>(refused.refusal());
            case Outcome.Done<TrackedPullRequest> asked -> Outcome.done(id);
          };
    };
  }

  @Override
  public synchronized Outcome<UUID> deleteBranch(UUID draft) {
    checkOpen();
    Optional<Submission> submission = recorded(draft);
    Optional<TrackedPullRequest> known = Optional.ofNullable(tracked.get().get(draft));
    if (submission.isEmpty() || known.isEmpty() || !known.get().phase().ended()) {
      return Outcome.refused("TRACK-02");
    }
    return switch (branches.delete(submission.get())) {
      case Outcome.Refused<Submission> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<Submission> done -> {
        publish(draft, known.get().ended(known.get().differences(), false));
        yield Outcome.done(draft);
      }
    };
  }

  private void checkOpen() {
    if (closed) {
      throw new CancellationException("the repository is closed");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
