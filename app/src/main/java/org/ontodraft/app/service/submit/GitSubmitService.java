package org.ontodraft.app.service.submit;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.git.CommitRequest.Author;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.media.MediaImages;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.draft.Submission.Stage;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.part.DraftParts;
import org.ontodraft.model.part.LeftOut;

/**
 * Submits through Git and, where the remote is one, a forge. The commit's date is the plan's, so
 * its id is the same at every try and each step can see whether it is done (decision 25).
 */
public final class GitSubmitService implements SubmitService {
  /** So many people are asked for by name: each is a call. */
  private static final int MOST_SUGGESTED = 5;

  private final DraftStore drafts;
  private final SubmissionStore submissions;
  private final OntologyRepository repository;
  private final PullRequests pullRequests;
  private final OpenPullRequests openPullRequests;
  private final ForgeRecognition recognition;
  private final SubmissionPlans plans;
  private final BranchPush branches;
  private final SubmissionPlanning planning;
  private final PullRequestOpening opening;
  private final Upstream upstream;
  private final LeftOutNotes leftOut;
  private final SubmitPreviews previews;
  private final DraftPatches patches;
  private final SubmissionCommits commits;
  private final TargetBranches targets;
  private final WaitingNotes waiting;
  private final ReentrantLock sending = new ReentrantLock();
  private boolean closed;

  /**
   * With the parts of one workspace.
   *
   * @param credentials who to be at the remote, asked at each try
   * @param author who signs the commit
   * @param leftOut what is not sent of drafts
   * @param waiting what waits to be sent; what was sent waits no more
   * @param templates what descriptions are made from
   */
  public GitSubmitService(
      DraftStore drafts,
      SubmissionStore submissions,
      OntologyRepository repository,
      MediaImages images,
      Remote remote,
      Supplier<@Nullable Credentials> credentials,
      PullRequests pullRequests,
      OpenPullRequests openPullRequests,
      ForgeRecognition recognition,
      Upstream upstream,
      Supplier<Author> author,
      LeftOutNotes leftOut,
      WaitingNotes waiting,
      DescriptionTemplates templates,
      InstantSource clock) {
    this.drafts = drafts;
    this.submissions = submissions;
    this.repository = repository;
    this.pullRequests = pullRequests;
    this.openPullRequests = openPullRequests;
    this.recognition = recognition;
    this.upstream = upstream;
    this.leftOut = leftOut;
    this.waiting = waiting;
    this.plans = new SubmissionPlans(submissions, pullRequests::forge, clock);
    this.branches = new BranchPush(repository, credentials, plans);
    this.planning = new SubmissionPlanning(plans, pullRequests, branches);
    this.opening = new PullRequestOpening(pullRequests, plans);
    this.patches = new DraftPatches(repository, plans, images, author, clock);
    DraftChecks checks = new DraftChecks();
    this.commits = new SubmissionCommits(repository, images, author, upstream, checks, branches);
    this.targets = new TargetBranches(repository, remote, credentials);
    this.previews =
        new SubmitPreviews(
            plans, pullRequests, remote, upstream, checks, templates, repository.history());
  }

  @Override
  public SubmitPreview preview(DraftSession session) {
    return previews.of(session.draft().get(), chosen(session));
  }

  @Override
  public void keepTemplate(String text) {
    previews.templates().keep(text);
  }

  @Override
  public ChosenParts chosen(DraftSession session) {
    return chosen(session.draft().get(), session.effective().get());
  }

  private ChosenParts chosen(Draft draft, DraftOverlay effective) {
    return ChosenParts.of(DraftParts.of(effective), leftOut.of(draft.id()));
  }

  @Override
  public ChosenParts leaveOut(DraftSession session, LeftOut parts) {
    leftOut.set(session.id(), parts);
    return chosen(session);
  }

  @Override
  public Outcome<List<Overlap>> overlaps(DraftSession session) {
    Set<Integer> own = plans.numbers(session.id());
    List<FileChange> files = DraftFiles.of(chosen(session).selection().draft());
    return switch (openPullRequests.list()) {
      case Outcome.Refused<List<TouchingPullRequest>> refused ->
          new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<List<TouchingPullRequest>> open ->
          Outcome.done(
              Overlap.among(
                  open.value().stream().filter(one -> !own.contains(one.number())).toList(),
                  files));
    };
  }

  @Override
  public Outcome<List<String>> targets(Progress progress) {
    return targets.list(progress);
  }

  @Override
  public Outcome<ComingAlong> comingAlong(DraftSession session, String branch, Progress progress) {
    return targets.with(session.draft().get().base(), branch, progress);
  }

  @Override
  public Outcome<Suggested> suggestReviewers(SubmitPreview preview) {
    return pullRequests.authors(
        preview.lately().stream().map(LatelyChanged::commit).limit(MOST_SUGGESTED).toList());
  }

  @Override
  public Optional<Origin> missingToken() {
    return pullRequests.missingToken();
  }

  @Override
  public Optional<Origin> unknownForge() {
    return recognition.askable();
  }

  @Override
  public Outcome<ForgeKind> recognise() {
    return recognition.ask();
  }

  @Override
  public SecretStore.Kept keepToken(Secret token) {
    return pullRequests.keepToken(token);
  }

  @Override
  public SubmitOutcome submit(
      DraftSession session,
      String title,
      String body,
      boolean onOldBase,
      Wishes wishes,
      Consumer<StepReport> steps,
      Progress progress) {
    return submit(
        new Outgoing(
            session.draft().get(),
            session.effective().get(),
            () -> new SubmitOutcome.UpstreamMoved(upstream.plan(session)),
            session::reload),
        new Said(title.strip(), body.strip(), onOldBase, wishes),
        steps,
        progress);
  }

  /**
   * Sends a draft that waited, open or not, if it is still what was meant to be sent.
   *
   * @param waiting what was meant
   */
  SubmitOutcome submit(Draft draft, WaitingSubmit waiting, Progress progress) {
    Optional<Origin> server = missingToken();
    if (server.isPresent()) {
      return new SubmitOutcome.Failed(
          SubmitStep.STORE_PLAN, Refusal.of("FORGE-03", server.get()), "");
    }
    DraftOverlay effective = upstream.overlay(draft);
    return switch (content(draft, effective, waiting.title())) {
      case Outcome.Refused<String> refused ->
          new SubmitOutcome.Failed(SubmitStep.STORE_PLAN, refused.refusal(), "");
      case Outcome.Done<String> content when !content.value().equals(waiting.content()) ->
          new SubmitOutcome.Failed(
              SubmitStep.STORE_PLAN, Refusal.of("SUBMIT-08", draft.title()), "");
      case Outcome.Done<String> same ->
          submit(
              new Outgoing(
                  draft,
                  effective,
                  () -> {
                    throw StepFailed.at(SubmitStep.FETCH, "SUBMIT-09", draft.title());
                  },
                  upstream::statusChanged),
              new Said(waiting.title(), waiting.body(), waiting.onOldBase(), waiting.wishes()),
              step -> {},
              progress);
    };
  }

  /** What would be sent of a draft, as a hash. Touches no server. */
  Outcome<String> content(Draft draft, DraftOverlay effective, String title) {
    return commits.content(draft, chosen(draft, effective).selection().draft(), title);
  }

  /**
   * What is sent.
   *
   * @param moved what becomes of it when upstream moved
   * @param recorded done at the end, when the store has it
   */
  private record Outgoing(Draft draft, DraftOverlay effective, Moved moved, Runnable recorded) {}

  private interface Moved {
    SubmitOutcome now() throws StepFailed;
  }

  /** The words that go with it, and what is wanted. */
  private record Said(String title, String body, boolean onOldBase, Wishes wishes) {}

  /** One at a time: a draft that waited may go just when somebody sends it. */
  private SubmitOutcome submit(
      Outgoing sent, Said said, Consumer<StepReport> steps, Progress progress) {
    StepLog log = new StepLog(steps, progress);
    sending.lock();
    try {
      if (closed) {
        throw new CancellationException("the repository is closed");
      }
      SubmitOutcome outcome = send(sent, said, log, progress);
      if (outcome instanceof SubmitOutcome.Sent) {
        waiting.remove(sent.draft().id());
      }
      return outcome;
    } catch (StepFailed failed) {
      steps.accept(new StepReport(failed.step(), StepReport.State.FAILED, ""));
      return new SubmitOutcome.Failed(failed.step(), failed.refusal(), failed.onServer());
    } finally {
      sending.unlock();
    }
  }

  @Override
  public void close() {
    sending.lock();
    try {
      closed = true;
    } finally {
      sending.unlock();
    }
  }

  private SubmitOutcome send(Outgoing sent, Said said, StepLog log, Progress progress)
      throws StepFailed {
    Draft draft = sent.draft();
    DraftOverlay overlay = chosen(draft, sent.effective()).selection().draft();
    Wishes wishes = said.wishes();

    log.begin(SubmitStep.FETCH);
    OntologyVersion newest = fetch(progress);
    log.done(newest.shortCommit());

    log.begin(SubmitStep.STORE_PLAN);
    commits.checkReady(draft, overlay, said.title());
    SubmissionPlanning.Planned planned = planning.plan(draft, said.title(), said.body(), progress);
    Submission plan = planned.plan();
    Remote target = PushedTo.remote(plan);
    log.done(plan.branch());

    log.begin(SubmitStep.WRITE_OBJECTS);
    if (!upstream.holds(draft.base())) {
      log.done("");
      return sent.moved().now();
    }
    Submission committed = commits.make(planned, overlay, target, progress);
    boolean resumes = committed.reached(Stage.PUSHED);
    if (!newest.commit().equals(draft.base().commit()) && !said.onOldBase() && !resumes) {
      log.done("");
      return sent.moved().now();
    }
    plans.save(committed);
    log.done(committed.commit().substring(0, 7));

    Submission pushed = branches.push(committed, target, planned.before(), log, progress);
    Submission open =
        opening.open(
            pushed,
            target,
            planned.before(),
            wishes.into().isBlank() ? draft.base().branch() : wishes.into().strip(),
            wishes,
            log);

    log.begin(SubmitStep.RECORD);
    Submission recorded = open.at(Stage.RECORDED);
    drafts.transition(draft.id(), DraftStatus.DRAFT, DraftStatus.VALIDATED);
    submissions.record(recorded);
    sent.recorded().run();
    log.done("");
    return new SubmitOutcome.Sent(recorded);
  }

  private OntologyVersion fetch(Progress progress) throws StepFailed {
    return StepFailed.unlessRefused(SubmitStep.FETCH, "", upstream.fetch(progress));
  }

  @Override
  public Outcome<PatchFile> patch(DraftSession session, String title, String body) {
    Draft draft = session.draft().get();
    DraftOverlay overlay = chosen(session).selection().draft();
    try {
      commits.checkReady(draft, overlay, title.strip());
      return Outcome.done(patches.of(draft, overlay, title.strip(), body.strip()));
    } catch (StepFailed failed) {
      return new Outcome.Refused<>(failed.refusal());
    }
  }

  @Override
  public Optional<String> requestToPull(Submission sent) {
    return repository.version(sent.parent()).map(base -> PullText.of(base, sent));
  }
}
