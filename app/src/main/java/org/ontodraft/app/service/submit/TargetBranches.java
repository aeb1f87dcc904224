package org.ontodraft.app.service.submit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.BranchesOutcome;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.ProbeOutcome;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.git.RemoteFailure;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.RemoteRefusals;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.ontology.CommitList;
import org.ontodraft.model.ontology.OntologyVersion;

/** The branches of a remote that a pull request can be merged into. Blocking. */
final class TargetBranches {
  /** So many of the commits that come along are named. */
  private static final int NAMED = 3;

  private final OntologyRepository repository;
  private final Remote remote;
  private final Supplier<@Nullable Credentials> credentials;

  TargetBranches(
      OntologyRepository repository, Remote remote, Supplier<@Nullable Credentials> credentials) {
    this.repository = repository;
    this.remote = remote;
    this.credentials = credentials;
  }

  /** Those that are no draft's. */
  Outcome<List<String>> list(Progress progress) {
    return switch (repository.branches(remote, credentials.get(), progress)) {
      case BranchesOutcome.Branches all ->
          Outcome.done(
              all.names().stream()
                  .filter(name -> !name.startsWith(SubmissionPlans.OF_DRAFTS))
                  .toList());
      case RemoteFailure failure -> refused(failure);
    };
  }

  /** What a draft on this base would bring along; the branch's commits are fetched for that. */
  Outcome<ComingAlong> with(OntologyVersion base, String branch, Progress progress) {
    return switch (repository.probe(remote, credentials.get(), branch, progress)) {
      case ProbeOutcome.Absent absent ->
          Outcome.refused("SUBMIT-10", branch, remote.address(), base.branch());
      case RemoteFailure failure -> refused(failure);
      case ProbeOutcome.Present present -> {
        Optional<RemoteFailure> missing =
            repository.version(present.commit()).isPresent()
                ? Optional.empty()
                : repository.bring(remote, credentials.get(), branch, progress);
        yield missing.isPresent()
            ? refused(missing.get())
            : Outcome.done(counted(base, branch, present.commit()));
      }
    };
  }

  private ComingAlong counted(OntologyVersion base, String branch, String tip) {
    CommitList commits = repository.commits(tip, base.commit(), NAMED);
    return new ComingAlong(
        branch,
        base.branch(),
        commits.count(),
        commits.newest().stream().map(commit -> commit.version().summary()).toList());
  }

  private <T> Outcome<T> refused(RemoteFailure failure) {
    return new Outcome.Refused<>(RemoteRefusals.of(failure, remote.address()));
  }
}
