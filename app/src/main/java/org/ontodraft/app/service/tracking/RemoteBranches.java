package org.ontodraft.app.service.tracking;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.ProbeOutcome;
import org.ontodraft.app.git.PushOutcome;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.git.RemoteFailure;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.RemoteRefusals;
import org.ontodraft.app.service.submit.PushedTo;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Submission;

/** The branches that were pushed, at the remote or the fork that each was pushed to. */
public final class RemoteBranches implements SentBranches {
  private final OntologyRepository repository;
  private final Supplier<@Nullable Credentials> credentials;

  /**
   * With the repository of a workspace.
   *
   * @param credentials who to be at the remote, asked each time
   */
  public RemoteBranches(
      OntologyRepository repository, Supplier<@Nullable Credentials> credentials) {
    this.repository = repository;
    this.credentials = credentials;
  }

  @Override
  public Outcome<Boolean> untouched(Submission sent) {
    Remote remote = PushedTo.remote(sent);
    return switch (repository.probe(remote, credentials.get(), sent.branch(), Progress.none())) {
      case ProbeOutcome.Absent absent -> Outcome.done(false);
      case ProbeOutcome.Present there -> Outcome.done(there.commit().equals(sent.commit()));
      case RemoteFailure failure ->
          new Outcome.Refused<>(RemoteRefusals.of(failure, remote.address()));
    };
  }

  @Override
  public Outcome<Submission> delete(Submission sent) {
    Remote remote = PushedTo.remote(sent);
    return switch (repository.deleteBranch(
        remote, credentials.get(), sent.branch(), sent.commit(), Progress.none())) {
      case PushOutcome.Pushed done -> Outcome.done(sent);
      case PushOutcome.AlreadyThere gone -> Outcome.done(sent);
      case PushOutcome.BranchTaken(String at) ->
          Outcome.refused("PUSH-05", sent.branch(), at.substring(0, 7));
      case PushOutcome.Rejected rejected ->
          Outcome.refused("PUSH-02", sent.branch(), rejected.reason());
      case PushOutcome.ReadOnlyRemote bundle -> Outcome.refused("PUSH-03", remote.address());
      case RemoteFailure.PermissionRefused refused -> Outcome.refused("PUSH-04", remote.address());
      case RemoteFailure failure ->
          new Outcome.Refused<>(RemoteRefusals.of(failure, remote.address()));
    };
  }
}
