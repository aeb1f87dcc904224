package org.ontodraft.app.service.workspace;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.ontodraft.app.git.FetchOutcome;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.git.RemoteFailure;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.RemoteRefusals;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.ontology.OntologyHistory;
import org.ontodraft.model.ontology.OntologyVersion;

/** A workspace's repository and where it is fetched from. */
final class RemoteAccess implements RemoteRepository {
  private final OntologyRepository repository;
  private final Remote remote;
  private final CredentialsSource credentials;

  RemoteAccess(OntologyRepository repository, Remote remote, CredentialsSource credentials) {
    this.repository = repository;
    this.remote = remote;
    this.credentials = credentials;
  }

  @Override
  public Outcome<OntologyVersion> fetch(Progress progress) {
    String address = remote.address();
    return switch (repository.fetch(remote, credentials.find(remote), progress)) {
      case FetchOutcome.Fetched fetched -> Outcome.done(fetched.to());
      case FetchOutcome.NoCommits none -> Outcome.refused("OPEN-06", address);
      case FetchOutcome.MissingDefaultBranch missing ->
          Outcome.refused("OPEN-05", address, missing.branch().orElse("HEAD"));
      case FetchOutcome.HostileObjects hostile ->
          Outcome.refused("GIT-07", address, hostile.reason());
      case FetchOutcome.DamagedObjects damaged ->
          Outcome.refused("GIT-08", address, damaged.detail());
      case RemoteFailure.Cancelled cancelled -> throw new CancellationException();
      case RemoteFailure failure -> new Outcome.Refused<>(RemoteRefusals.of(failure, address));
    };
  }

  @Override
  public void pin(UUID draft, String commit) {
    repository.pin(draft, commit);
  }

  @Override
  public void unpin(UUID draft) {
    repository.unpin(draft);
  }

  @Override
  public List<String> rootCommits() {
    return repository.rootCommits();
  }

  @Override
  public String rootCommit() {
    return repository.rootCommit();
  }

  @Override
  public OntologyHistory history() {
    return repository.history();
  }

  @Override
  public void close() {
    repository.close();
  }
}
