package org.ontodraft.app.service.submit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.OntologyRepository;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.git.RemoteFailure;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a forge lists as open, with its commits from the repository itself. */
public final class ForgeOpenPullRequests implements OpenPullRequests {
  private static final Logger LOG = LoggerFactory.getLogger(ForgeOpenPullRequests.class);

  private final PullRequests pullRequests;
  private final OntologyRepository repository;
  private final Remote remote;
  private final Supplier<@Nullable Credentials> credentials;
  private final State<List<TouchingPullRequest>> known = new State<>(List.of());

  /**
   * Of one repository.
   *
   * @param credentials who to be at the remote, asked each time
   */
  public ForgeOpenPullRequests(
      PullRequests pullRequests,
      OntologyRepository repository,
      Remote remote,
      Supplier<@Nullable Credentials> credentials) {
    this.pullRequests = pullRequests;
    this.repository = repository;
    this.remote = remote;
    this.credentials = credentials;
  }

  @Override
  public Outcome<List<TouchingPullRequest>> list() {
    Outcome<List<TouchingPullRequest>> outcome =
        pullRequests.forge().isEmpty() || pullRequests.missingToken().isPresent()
            ? Outcome.done(List.of())
            : pullRequests.openPullRequests();
    if (outcome instanceof Outcome.Done<List<TouchingPullRequest>>(var now)
        && !now.equals(known.get())) {
      known.set(now);
    }
    return outcome;
  }

  @Override
  public Observed<List<TouchingPullRequest>> known() {
    return known;
  }

  @Override
  public Optional<Brought> bring(TouchingPullRequest pullRequest, Progress progress) {
    String head = pullRequest.headCommit();
    Optional<ForgeKind> kind =
        pullRequests.forge().flatMap(id -> ForgeKind.ofId(id)).filter(found -> !head.isEmpty());
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    if (repository.version(head).isEmpty()) {
      Optional<RemoteFailure> failure =
          repository.bringRef(
              remote, credentials.get(), kind.get().headRef(pullRequest.number()), progress);
      if (failure.isPresent()) {
        LOG.info("pull request {} is not here: {}", pullRequest.number(), failure.get());
      }
    }
    return repository
        .mergeBase(repository.head().commit(), head)
        .map(base -> new Brought(base, head));
  }
}
