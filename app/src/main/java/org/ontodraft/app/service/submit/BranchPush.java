package org.ontodraft.app.service.submit;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.ProbeOutcome;
import org.ontodraft.app.git.PushOutcome;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.git.RemoteFailure;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.RemoteRefusals;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.draft.Submission.Stage;

/**
 * Brings a plan's commit to its branch: a new branch, or one that this draft was sent to before and
 * that nobody else has touched since. Never by force.
 */
final class BranchPush {
  private final OntologyRepository repository;
  private final Supplier<@Nullable Credentials> credentials;
  private final SubmissionPlans plans;

  BranchPush(
      OntologyRepository repository,
      Supplier<@Nullable Credentials> credentials,
      SubmissionPlans plans) {
    this.repository = repository;
    this.credentials = credentials;
    this.plans = plans;
  }

  /** Where a branch is at; empty when there is none. */
  Optional<String> present(Remote remote, String branch, Progress progress) throws StepFailed {
    return switch (repository.probe(remote, credentials.get(), branch, progress)) {
      case ProbeOutcome.Absent absent -> Optional.empty();
      case ProbeOutcome.Present found -> Optional.of(found.commit());
      case RemoteFailure failure -> throw failed(SubmitStep.PROBE_BRANCH, failure, remote);
    };
  }

  /** Has what was sent before here again, where our repository was made anew meanwhile. */
  void bring(Submission sent, Remote remote, Progress progress) throws StepFailed {
    if (repository.version(sent.commit()).isPresent()) {
      return;
    }
    Optional<RemoteFailure> failure =
        repository.bring(remote, credentials.get(), sent.branch(), progress);
    if (failure.isPresent()) {
      throw failed(SubmitStep.WRITE_OBJECTS, failure.get(), remote);
    }
    if (repository.version(sent.commit()).isEmpty()) {
      throw StepFailed.at(SubmitStep.WRITE_OBJECTS, "PUSH-05", sent.branch(), "");
    }
  }

  /**
   * Pushes, unless that is done.
   *
   * @param before what the branch was sent last; empty for a new branch
   */
  Submission push(
      Submission plan, Remote remote, Optional<Submission> before, StepLog log, Progress progress)
      throws StepFailed {
    log.begin(SubmitStep.PROBE_BRANCH);
    Optional<String> present = present(remote, plan.branch(), progress);
    Optional<String> expected = before.map(Submission::commit);
    boolean there = present.isPresent() && present.get().equals(plan.commit());
    if (!there && !present.equals(expected)) {
      throw otherwise(SubmitStep.PROBE_BRANCH, plan, before, present);
    }
    log.done(present.isPresent() ? plan.branch() : "");

    log.begin(SubmitStep.PUSH);
    if (there) {
      log.skipped(plan.branch());
      return plans.save(plan.reached(Stage.PUSHED) ? plan : plan.at(Stage.PUSHED));
    }
    switch (repository.push(
        remote, credentials.get(), plan.branch(), plan.commit(), expected, progress)) {
      case PushOutcome.Pushed pushed -> log.done(plan.branch());
      case PushOutcome.AlreadyThere already -> log.skipped(plan.branch());
      case PushOutcome.BranchTaken(String at) ->
          throw otherwise(SubmitStep.PUSH, plan, before, Optional.of(at));
      case PushOutcome.Rejected rejected ->
          throw StepFailed.at(SubmitStep.PUSH, "PUSH-02", plan.branch(), rejected.reason());
      case PushOutcome.ReadOnlyRemote bundle ->
          throw StepFailed.at(SubmitStep.PUSH, "PUSH-03", remote.address());
      case RemoteFailure.PermissionRefused refused ->
          throw StepFailed.at(SubmitStep.PUSH, "PUSH-04", remote.address());
      case RemoteFailure failure -> throw failed(SubmitStep.PUSH, failure, remote);
    }
    return plans.save(plan.at(Stage.PUSHED));
  }

  /** The branch is not where it was left: what is there now is never written over. */
  private StepFailed otherwise(
      SubmitStep step, Submission plan, Optional<Submission> before, Optional<String> present) {
    if (before.isPresent() && present.isPresent()) {
      return StepFailed.at(step, "PUSH-05", plan.branch(), present.get().substring(0, 7));
    }
    plans.useOtherBranch(plan);
    return StepFailed.at(step, before.isPresent() ? "PUSH-06" : "PUSH-01", plan.branch());
  }

  private static StepFailed failed(SubmitStep step, RemoteFailure failure, Remote remote) {
    if (failure instanceof RemoteFailure.Cancelled) {
      throw new CancellationException();
    }
    Refusal refusal = RemoteRefusals.of(failure, remote.address());
    return new StepFailed(step, refusal, "");
  }
}
