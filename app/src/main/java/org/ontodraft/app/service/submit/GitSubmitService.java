package org.ontodraft.app.service.submit;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.PullRequest;
import org.ontodraft.app.forge.Revision;
import org.ontodraft.app.git.CommitRequest;
import org.ontodraft.app.git.CommitRequest.Author;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
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
  private final DraftStore drafts;
  private final SubmissionStore submissions;
  private final OntologyRepository repository;
  private final MediaImages images;
  private final Remote remote;
  private final Supplier<@Nullable Credentials> credentials;
  private final PullRequests pullRequests;
  private final OpenPullRequests openPullRequests;
  private final ForgeRecognition recognition;
  private final SubmissionPlans plans;
  private final BranchPush branches;
  private final SubmissionPlanning planning;
  private final Upstream upstream;
  private final Supplier<Author> author;
  private final LeftOutNotes leftOut;
  private final SubmitPreviews previews;
  private final DraftPatches patches;
  private final DraftChecks checks = new DraftChecks();

  /**
   * With the parts of one workspace.
   *
   * @param credentials who to be at the remote, asked at each try
   * @param author who signs the commit
   * @param leftOut what is not sent of drafts
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
      DescriptionTemplates templates,
      InstantSource clock) {
    this.drafts = drafts;
    this.submissions = submissions;
    this.repository = repository;
    this.images = images;
    this.remote = remote;
    this.credentials = credentials;
    this.pullRequests = pullRequests;
    this.openPullRequests = openPullRequests;
    this.recognition = recognition;
    this.upstream = upstream;
    this.author = author;
    this.leftOut = leftOut;
    this.plans = new SubmissionPlans(submissions, pullRequests::forge, clock);
    this.branches = new BranchPush(repository, credentials, plans);
    this.planning = new SubmissionPlanning(plans, pullRequests, branches);
    this.patches = new DraftPatches(repository, plans, images, author, clock);
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
    return ChosenParts.of(DraftParts.of(session.effective().get()), leftOut.of(session.id()));
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
    StepLog log = new StepLog(steps, progress);
    try {
      return send(session, title.strip(), body.strip(), onOldBase, wishes, log, progress);
    } catch (StepFailed failed) {
      steps.accept(new StepReport(failed.step(), StepReport.State.FAILED, ""));
      return new SubmitOutcome.Failed(failed.step(), failed.refusal(), failed.onServer());
    }
  }

  private SubmitOutcome send(
      DraftSession session,
      String title,
      String body,
      boolean onOldBase,
      Wishes wishes,
      StepLog log,
      Progress progress)
      throws StepFailed {
    Draft draft = session.draft().get();
    DraftOverlay overlay = chosen(session).selection().draft();

    log.begin(SubmitStep.FETCH);
    OntologyVersion newest = fetch(progress);
    log.done(newest.shortCommit());

    log.begin(SubmitStep.STORE_PLAN);
    checkReady(draft, overlay, title);
    SubmissionPlanning.Planned planned = planning.plan(draft, title, body, progress);
    Submission plan = planned.plan();
    Remote target = PushedTo.remote(plan);
    log.done(plan.branch());

    log.begin(SubmitStep.WRITE_OBJECTS);
    if (!upstream.holds(draft.base())) {
      log.done("");
      return new SubmitOutcome.UpstreamMoved(upstream.plan(session));
    }
    Submission committed = commit(planned, overlay, target, progress);
    boolean resumes = committed.reached(Stage.PUSHED);
    if (!newest.commit().equals(draft.base().commit()) && !onOldBase && !resumes) {
      log.done("");
      return new SubmitOutcome.UpstreamMoved(upstream.plan(session));
    }
    plans.save(committed);
    log.done(committed.commit().substring(0, 7));

    Submission pushed = branches.push(committed, target, planned.before(), log, progress);
    Submission open =
        openPullRequest(
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
    session.reload();
    log.done("");
    return new SubmitOutcome.Sent(recorded);
  }

  private OntologyVersion fetch(Progress progress) throws StepFailed {
    return StepFailed.unlessRefused(SubmitStep.FETCH, "", upstream.fetch(progress));
  }

  private void checkReady(Draft draft, DraftOverlay overlay, String title) throws StepFailed {
    if (title.isEmpty()) {
      throw StepFailed.at(SubmitStep.STORE_PLAN, "SUBMIT-01");
    }
    if (draft.status() == DraftStatus.MERGED) {
      throw StepFailed.at(SubmitStep.STORE_PLAN, "DRAFT-01", draft.title());
    }
    long errors =
        checks.of(overlay, upstream.schemas(draft.base())).stream()
            .filter(f -> f.severity() == org.ontodraft.model.validation.Severity.ERROR)
            .count();
    if (errors > 0) {
      throw StepFailed.at(SubmitStep.STORE_PLAN, "SUBMIT-02", errors);
    }
  }

  @Override
  public Outcome<PatchFile> patch(DraftSession session, String title, String body) {
    Draft draft = session.draft().get();
    DraftOverlay overlay = chosen(session).selection().draft();
    try {
      checkReady(draft, overlay, title.strip());
      return Outcome.done(patches.of(draft, overlay, title.strip(), body.strip()));
    } catch (StepFailed failed) {
      return new Outcome.Refused<>(failed.refusal());
    }
  }

  @Override
  public Optional<String> requestToPull(Submission sent) {
    return repository.version(sent.parent()).map(base -> PullText.of(base, sent));
  }

  private CommitRequest request(Submission plan, Optional<Submission> before, DraftOverlay overlay)
      throws StepFailed {
    SortedMap<String, Optional<byte[]>> added =
        StepFailed.unlessRefused(
            SubmitStep.WRITE_OBJECTS,
            "",
            images.ofCommit(plan.draft(), overlay, overlay.version().commit()));
    Map<String, Optional<String>> files = DraftCommit.files(overlay);
    if (files.isEmpty() && added.isEmpty()) {
      throw StepFailed.at(SubmitStep.WRITE_OBJECTS, "SUBMIT-03");
    }
    CommitRequest alone =
        CommitRequest.of(
                plan.parent(),
                files,
                DraftCommit.message(plan.title(), plan.body()),
                author.get(),
                plan.createdAt())
            .with(added);
    return before
        .map(sent ->
            alone.after(
                sent.parent().equals(plan.parent())
                    ? List.of(sent.commit())
                    : List.of(sent.commit(), plan.parent())))
        .orElse(alone);
  }

  private Submission commit(
      SubmissionPlanning.Planned planned, DraftOverlay overlay, Remote target, Progress progress)
      throws StepFailed {
    Submission plan = planned.plan();
    if (repository.version(plan.parent()).isEmpty()) {
      throw StepFailed.at(SubmitStep.WRITE_OBJECTS, "SUBMIT-04", plan.parent().substring(0, 7));
    }
    if (planned.before().isPresent()) {
      branches.bring(planned.before().get(), target, progress);
    }
    CommitRequest request = request(plan, planned.before(), overlay);
    return plan.withCommit(DraftCommit.made(repository.commit(request), planned.before()));
  }

  private Submission openPullRequest(
      Submission pushed,
      Remote target,
      Optional<Submission> before,
      String into,
      Wishes wishes,
      StepLog log)
      throws StepFailed {
    if (pushed.forge() == null) {
      log.skip(SubmitStep.PROBE_PULL_REQUEST);
      log.skip(SubmitStep.CREATE_PULL_REQUEST);
      return pushed;
    }
    log.begin(SubmitStep.PROBE_PULL_REQUEST);
    Optional<PullRequest> found =
        StepFailed.unlessRefused(
            SubmitStep.PROBE_PULL_REQUEST,
            pushed.branch(),
            pullRequests.find(target, pushed.branch()));
    log.done(found.map(one -> "#" + one.number()).orElse(""));

    log.begin(SubmitStep.CREATE_PULL_REQUEST);
    PullRequest made;
    if (found.isPresent()) {
      made = reworded(pushed, before, found.get());
      log.skipped("#" + made.number());
    } else {
      made =
          StepFailed.unlessRefused(
              SubmitStep.CREATE_PULL_REQUEST,
              pushed.branch(),
              pullRequests.create(
                  target,
                  pushed.branch(),
                  into,
                  new PullRequests.Words(pushed.title(), pushed.body(), wishes.draft())));
      log.done("#" + made.number());
    }
    if (!wishes.request().isEmpty()) {
      StepFailed.unlessRefused(
          SubmitStep.CREATE_PULL_REQUEST,
          pushed.branch(),
          pullRequests.request(made.number(), wishes.request()));
    }
    return plans.save(pushed.withPullRequest(made.number(), made.url().toString()));
  }

  /** Words that the curator left as they were stay as anybody has made them since. */
  private PullRequest reworded(Submission pushed, Optional<Submission> before, PullRequest found)
      throws StepFailed {
    boolean same =
        before
            .map(sent -> sent.title().equals(pushed.title()) && sent.body().equals(pushed.body()))
            .orElse(true);
    return same
        ? found
        : StepFailed.unlessRefused(
            SubmitStep.CREATE_PULL_REQUEST,
            pushed.branch(),
            pullRequests.revise(found.number(), new Revision.Words(pushed.title(), pushed.body())));
  }
}
