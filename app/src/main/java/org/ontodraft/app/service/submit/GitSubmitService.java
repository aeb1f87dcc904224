package org.ontodraft.app.service.submit;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.PullRequest;
import org.ontodraft.app.git.CommitOutcome;
import org.ontodraft.app.git.CommitRequest;
import org.ontodraft.app.git.CommitRequest.Author;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.ProbeOutcome;
import org.ontodraft.app.git.PushOutcome;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.git.RemoteFailure;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.RemoteRefusals;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.draft.Submission.Stage;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.ontology.OntologyVersion;

/**
 * Submits through Git and, where the remote is one, a forge. The commit's date is the plan's, so
 * its id is the same at every try and each step can see whether it is done (decision 25).
 */
public final class GitSubmitService implements SubmitService {
  private final DraftStore drafts;
  private final SubmissionStore submissions;
  private final OntologyRepository repository;
  private final Remote remote;
  private final Supplier<@Nullable Credentials> credentials;
  private final PullRequests pullRequests;
  private final SubmissionPlans plans;
  private final Upstream upstream;
  private final Supplier<Author> author;

  /**
   * With the parts of one workspace.
   *
   * @param credentials who to be at the remote, asked at each try
   * @param author who signs the commit
   */
  public GitSubmitService(
      DraftStore drafts,
      SubmissionStore submissions,
      OntologyRepository repository,
      Remote remote,
      Supplier<@Nullable Credentials> credentials,
      PullRequests pullRequests,
      Upstream upstream,
      Supplier<Author> author,
      InstantSource clock) {
    this.drafts = drafts;
    this.submissions = submissions;
    this.repository = repository;
    this.remote = remote;
    this.credentials = credentials;
    this.pullRequests = pullRequests;
    this.upstream = upstream;
    this.author = author;
    this.plans = new SubmissionPlans(submissions, remote.address(), pullRequests.forge(), clock);
  }

  @Override
  public SubmitPreview preview(DraftSession session) {
    Draft draft = session.draft().get();
    DraftOverlay overlay = session.effective().get();
    Optional<Submission> unfinished = plans.unfinished(draft);
    return new SubmitPreview(
        unfinished.map(Submission::title).orElseGet(() -> SubmissionText.title(draft, overlay)),
        unfinished.map(Submission::body).orElseGet(() -> SubmissionText.body(draft, overlay)),
        remote.address(),
        draft.base().branch(),
        plans.branch(draft),
        pullRequests.forge().isPresent(),
        DraftFiles.of(overlay),
        DraftValidation.check(overlay, upstream.schemas(draft.base())));
  }

  @Override
  public Optional<Origin> missingToken() {
    return pullRequests.missingToken();
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
      Consumer<StepReport> steps,
      Progress progress) {
    StepLog log = new StepLog(steps, progress);
    try {
      return send(session, title.strip(), body.strip(), onOldBase, log, progress);
    } catch (StepFailed failed) {
      steps.accept(new StepReport(failed.step, StepReport.State.FAILED, ""));
      return new SubmitOutcome.Failed(failed.step, failed.refusal, failed.onServer);
    }
  }

  private SubmitOutcome send(
      DraftSession session,
      String title,
      String body,
      boolean onOldBase,
      StepLog log,
      Progress progress)
      throws StepFailed {
    Draft draft = session.draft().get();
    DraftOverlay overlay = session.effective().get();

    log.begin(SubmitStep.FETCH);
    OntologyVersion newest = fetch(progress);
    log.done(newest.shortCommit());

    log.begin(SubmitStep.STORE_PLAN);
    checkReady(draft, overlay, title);
    Submission plan = plans.plan(draft, title, body);
    log.done(plan.branch());

    log.begin(SubmitStep.WRITE_OBJECTS);
    if (!upstream.holds(draft.base())) {
      log.done("");
      return new SubmitOutcome.UpstreamMoved(upstream.plan(session));
    }
    CommitRequest request = request(plan, overlay);
    Submission committed = commit(plan, request);
    boolean resumes = committed.reached(Stage.PUSHED);
    if (!newest.commit().equals(draft.base().commit()) && !onOldBase && !resumes) {
      log.done("");
      return new SubmitOutcome.UpstreamMoved(upstream.plan(session));
    }
    plans.save(committed);
    log.done(committed.commit().substring(0, 7));

    Submission pushed = push(committed, log, progress);
    Submission open = openPullRequest(pushed, draft.base().branch(), log);

    log.begin(SubmitStep.RECORD);
    Submission recorded = open.at(Stage.RECORDED);
    drafts.transition(draft.id(), DraftStatus.DRAFT, DraftStatus.VALIDATED);
    submissions.record(recorded);
    session.reload();
    log.done("");
    return new SubmitOutcome.Sent(recorded);
  }

  private OntologyVersion fetch(Progress progress) throws StepFailed {
    return switch (upstream.fetch(progress)) {
      case Outcome.Done<OntologyVersion> done -> done.value();
      case Outcome.Refused<OntologyVersion> refused ->
          throw new StepFailed(SubmitStep.FETCH, refused.refusal(), "");
    };
  }

  private void checkReady(Draft draft, DraftOverlay overlay, String title) throws StepFailed {
    if (title.isEmpty()) {
      throw failed(SubmitStep.STORE_PLAN, "SUBMIT-01");
    }
    if (draft.status() == DraftStatus.MERGED) {
      throw failed(SubmitStep.STORE_PLAN, "DRAFT-01", draft.title());
    }
    long errors =
        DraftValidation.check(overlay, upstream.schemas(draft.base())).stream()
            .filter(f -> f.severity() == org.ontodraft.model.validation.Severity.ERROR)
            .count();
    if (errors > 0) {
      throw failed(SubmitStep.STORE_PLAN, "SUBMIT-02", errors);
    }
  }

  private CommitRequest request(Submission plan, DraftOverlay overlay) throws StepFailed {
    Map<String, Optional<String>> files = new TreeMap<>();
    for (FileChange file : DraftFiles.of(overlay)) {
      files.put(file.path(), Optional.ofNullable(file.after()));
    }
    if (files.isEmpty()) {
      throw failed(SubmitStep.WRITE_OBJECTS, "SUBMIT-03");
    }
    String message = plan.body().isEmpty() ? plan.title() : plan.title() + "\n\n" + plan.body();
    return CommitRequest.of(plan.parent(), files, message, author.get(), plan.createdAt());
  }

  private Submission commit(Submission plan, CommitRequest request) throws StepFailed {
    if (repository.version(plan.parent()).isEmpty()) {
      throw failed(SubmitStep.WRITE_OBJECTS, "SUBMIT-04", plan.parent().substring(0, 7));
    }
    String commit =
        switch (repository.commit(request)) {
          case CommitOutcome.Committed made -> made.commit();
          case CommitOutcome.Unchanged same -> throw failed(SubmitStep.WRITE_OBJECTS, "SUBMIT-03");
          case CommitOutcome.PathRefused refused ->
              throw failed(
                  SubmitStep.WRITE_OBJECTS, "SUBMIT-05", refused.path(), refused.existing());
        };
    return plan.withCommit(commit);
  }

  private Submission push(Submission plan, StepLog log, Progress progress) throws StepFailed {
    log.begin(SubmitStep.PROBE_BRANCH);
    Credentials who = credentials.get();
    Optional<String> present =
        switch (repository.probe(remote, who, plan.branch(), progress)) {
          case ProbeOutcome.Absent absent -> Optional.empty();
          case ProbeOutcome.Present found -> Optional.of(found.commit());
          case RemoteFailure failure -> throw remoteFailed(SubmitStep.PROBE_BRANCH, failure, "");
        };
    if (present.isPresent() && !present.get().equals(plan.commit())) {
      throw taken(SubmitStep.PROBE_BRANCH, plan);
    }
    log.done(present.isPresent() ? plan.branch() : "");

    log.begin(SubmitStep.PUSH);
    if (present.isPresent()) {
      log.skipped(plan.branch());
      return plans.save(plan.reached(Stage.PUSHED) ? plan : plan.at(Stage.PUSHED));
    }
    switch (repository.push(
        remote, who, plan.branch(), plan.commit(), Optional.empty(), progress)) {
      case PushOutcome.Pushed pushed -> log.done(plan.branch());
      case PushOutcome.AlreadyThere there -> log.skipped(plan.branch());
      case PushOutcome.BranchTaken other -> throw taken(SubmitStep.PUSH, plan);
      case PushOutcome.Rejected rejected ->
          throw failed(SubmitStep.PUSH, "PUSH-02", plan.branch(), rejected.reason());
      case PushOutcome.ReadOnlyRemote bundle ->
          throw failed(SubmitStep.PUSH, "PUSH-03", remote.address());
      case RemoteFailure.PermissionRefused refused ->
          throw failed(SubmitStep.PUSH, "PUSH-04", remote.address());
      case RemoteFailure failure -> throw remoteFailed(SubmitStep.PUSH, failure, "");
    }
    return plans.save(plan.at(Stage.PUSHED));
  }

  /** Somebody else's branch has the name: the next try uses another, this one changes nothing. */
  private StepFailed taken(SubmitStep step, Submission plan) {
    plans.useOtherBranch(plan);
    return failed(step, "PUSH-01", plan.branch());
  }

  private Submission openPullRequest(Submission pushed, String target, StepLog log)
      throws StepFailed {
    if (pushed.forge() == null) {
      log.skip(SubmitStep.PROBE_PULL_REQUEST);
      log.skip(SubmitStep.CREATE_PULL_REQUEST);
      return pushed;
    }
    log.begin(SubmitStep.PROBE_PULL_REQUEST);
    Optional<PullRequest> open =
        answer(SubmitStep.PROBE_PULL_REQUEST, pushed, pullRequests.find(pushed.branch()));
    log.done(open.map(found -> "#" + found.number()).orElse(""));

    log.begin(SubmitStep.CREATE_PULL_REQUEST);
    PullRequest made;
    if (open.isPresent()) {
      made = open.get();
      log.skipped("#" + made.number());
    } else {
      made =
          answer(
              SubmitStep.CREATE_PULL_REQUEST,
              pushed,
              pullRequests.create(pushed.branch(), target, pushed.title(), pushed.body()));
      log.done("#" + made.number());
    }
    return plans.save(pushed.withPullRequest(made.number(), made.url().toString()));
  }

  private static <T> T answer(SubmitStep step, Submission pushed, Outcome<T> outcome)
      throws StepFailed {
    return switch (outcome) {
      case Outcome.Done<T> done -> done.value();
      case Outcome.Refused<T> refused ->
          throw new StepFailed(step, refused.refusal(), pushed.branch());
    };
  }

  private StepFailed remoteFailed(SubmitStep step, RemoteFailure failure, String onServer) {
    if (failure instanceof RemoteFailure.Cancelled) {
      throw new CancellationException();
    }
    return new StepFailed(step, RemoteRefusals.of(failure, remote.address()), onServer);
  }

  private static StepFailed failed(SubmitStep step, String code, Object... arguments) {
    return new StepFailed(step, Refusal.of(code, arguments), "");
  }

  /** Tells whoever watches how each step goes; also where a cancelled submit stops. */
  private static final class StepLog {
    private final Consumer<StepReport> steps;
    private final Progress progress;
    private SubmitStep present = SubmitStep.FETCH;

    StepLog(Consumer<StepReport> steps, Progress progress) {
      this.steps = steps;
      this.progress = progress;
    }

    void begin(SubmitStep step) {
      progress.checkCancelled();
      present = step;
      steps.accept(new StepReport(step, StepReport.State.RUNNING, ""));
    }

    void done(String detail) {
      steps.accept(new StepReport(present, StepReport.State.DONE, detail));
    }

    void skipped(String detail) {
      steps.accept(new StepReport(present, StepReport.State.SKIPPED, detail));
    }

    void skip(SubmitStep step) {
      steps.accept(new StepReport(step, StepReport.State.SKIPPED, ""));
    }
  }

  /** Ends a submit at a step; never leaves this class. */
  private static final class StepFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SubmitStep step;
    private final transient Refusal refusal;
    private final transient String onServer;

    StepFailed(SubmitStep step, Refusal refusal, String onServer) {
      super(refusal.code());
      this.step = step;
      this.refusal = refusal;
      this.onServer = onServer;
    }
  }
}
