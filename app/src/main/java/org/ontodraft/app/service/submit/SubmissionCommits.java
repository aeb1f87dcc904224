package org.ontodraft.app.service.submit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.ontodraft.app.git.CommitRequest;
import org.ontodraft.app.git.CommitRequest.Author;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.media.MediaImages;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.validation.Severity;

/** Makes the commits of submissions, once nothing stands in the way. */
final class SubmissionCommits {
  private final OntologyRepository repository;
  private final MediaImages images;
  private final Supplier<Author> author;
  private final Upstream upstream;
  private final DraftChecks checks;
  private final BranchPush branches;

  SubmissionCommits(
      OntologyRepository repository,
      MediaImages images,
      Supplier<Author> author,
      Upstream upstream,
      DraftChecks checks,
      BranchPush branches) {
    this.repository = repository;
    this.images = images;
    this.author = author;
    this.upstream = upstream;
    this.checks = checks;
    this.branches = branches;
  }

  /** Refuses what must not be sent as it is. */
  void checkReady(Draft draft, DraftOverlay overlay, String title) throws StepFailed {
    if (title.isEmpty()) {
      throw StepFailed.at(SubmitStep.STORE_PLAN, "SUBMIT-01");
    }
    if (draft.status() == DraftStatus.MERGED) {
      throw StepFailed.at(SubmitStep.STORE_PLAN, "DRAFT-01", draft.title());
    }
    long errors =
        checks.of(overlay, upstream.schemas(draft.base())).stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .count();
    if (errors > 0) {
      throw StepFailed.at(SubmitStep.STORE_PLAN, "SUBMIT-02", errors);
    }
  }

  /** What would be sent, as a hash. Touches no server. */
  Outcome<String> content(Draft draft, DraftOverlay overlay, String title) {
    try {
      checkReady(draft, overlay, title);
      return Outcome.done(
          SentContent.hash(
              draft.base().commit(),
              DraftCommit.files(overlay),
              StepFailed.unlessRefused(
                  SubmitStep.STORE_PLAN,
                  "",
                  images.ofCommit(draft.id(), overlay, draft.base().commit()))));
    } catch (StepFailed failed) {
      return new Outcome.Refused<>(failed.refusal());
    }
  }

  /** The plan with its commit, which is the same at every try. */
  Submission make(
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
}
