package org.ontodraft.app.service.submit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.AccessOutcome;
import org.ontodraft.app.forge.FindOutcome;
import org.ontodraft.app.forge.Forge;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeDirectory.Detection;
import org.ontodraft.app.forge.ForgeFailure;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.ForgePerson;
import org.ontodraft.app.forge.ForgeReply;
import org.ontodraft.app.forge.ForgeRepository;
import org.ontodraft.app.forge.HeadBranch;
import org.ontodraft.app.forge.NewPullRequest;
import org.ontodraft.app.forge.OpenOutcome;
import org.ontodraft.app.forge.OpenPullRequest;
import org.ontodraft.app.forge.PullRequest;
import org.ontodraft.app.forge.ReviewComment;
import org.ontodraft.app.forge.ReviewRequest;
import org.ontodraft.app.forge.Revision;
import org.ontodraft.app.forge.Standing;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.ForgeRefusals;
import org.ontodraft.app.service.Outcome;

/** The pull requests of a remote at the forge that the settings know for it. */
public final class ForgePullRequests implements PullRequests {
  /** How often a new fork is asked for before it counts as not made. */
  private static final int FORK_TRIES = 15;

  private final Forge forge;
  private final Supplier<ForgeDirectory> directory;
  private final SecretStore secrets;
  private final Remote remote;
  private final Runnable pause;
  private final Map<String, List<String>> pathsByCommit = new ConcurrentHashMap<>();
  private final Map<String, Optional<String>> authorByCommit = new ConcurrentHashMap<>();

  /**
   * With the remote of a workspace.
   *
   * @param directory asked at each call, since settings may change meanwhile
   * @param pause waits a little, before a fork that is being made is asked for again
   */
  public ForgePullRequests(
      Forge forge,
      Supplier<ForgeDirectory> directory,
      SecretStore secrets,
      Remote remote,
      Runnable pause) {
    this.forge = forge;
    this.directory = directory;
    this.secrets = secrets;
    this.remote = remote;
    this.pause = pause;
  }

  @Override
  public Optional<String> forge() {
    return switch (directory.get().detect(remote)) {
      case Detection.Known known -> Optional.of(known.repository().kind().id());
      case Detection.UnusableApi unusable -> Optional.of(ForgeKind.ofApi(unusable.api()).id());
      case Detection.Unknown unknown -> Optional.empty();
    };
  }

  private Optional<Origin> origin() {
    return directory.get().detect(remote) instanceof Detection.Known known
        ? Optional.of(known.repository().web())
        : Optional.empty();
  }

  @Override
  public Optional<Origin> missingToken() {
    return origin().filter(server -> secrets.find(server).isEmpty());
  }

  @Override
  public SecretStore.Kept keepToken(Secret token) {
    return origin().map(server -> secrets.save(server, token)).orElseGet(secrets::kept);
  }

  @Override
  public Outcome<Remote> pushTarget() {
    if (missingToken().isPresent()
        || !(directory.get().detect(remote) instanceof Detection.Known)) {
      // Nobody can be asked; the push itself says whether it may.
      return Outcome.done(remote);
    }
    return call((repository, token) ->
        switch (forge.access(repository, token)) {
          case AccessOutcome.Access access when access.archived() ->
              Outcome.refused("FORGE-13", repository.fullName());
          case AccessOutcome.Access access when access.push() -> Outcome.done(remote);
          case AccessOutcome.Access readOnly -> fork(repository, token);
          case ForgeFailure failure -> ForgeRefusals.of(failure, repository);
        });
  }

  /** A forge may take a while to copy a repository. */
  private Outcome<Remote> fork(ForgeRepository repository, Secret token) {
    return switch (forge.fork(repository, token)) {
      case ForgeReply.Failed<ForgeRepository> failed ->
          ForgeRefusals.of(failed.failure(), repository);
      case ForgeReply.Given<ForgeRepository> fork -> awaited(fork.value(), token);
    };
  }

  private Outcome<Remote> awaited(ForgeRepository fork, Secret token) {
    for (int tries = 0; ; tries++) {
      boolean last = tries == FORK_TRIES;
      switch (forge.access(fork, token)) {
        case AccessOutcome.Access access when access.push() -> {
          return Outcome.done(remote.elsewhere(fork.fullName()));
        }
        case ForgeFailure failure when !(failure instanceof ForgeFailure.NotFound) || last -> {
          return ForgeRefusals.of(failure, fork);
        }
        case AccessOutcome notYet -> {
          if (last) {
            return Outcome.refused("FORGE-14", fork.fullName());
          }
          pause.run();
        }
      }
    }
  }

  @Override
  public Outcome<Optional<PullRequest>> find(Remote pushed, String branch) {
    return call((repository, token) ->
        switch (forge.find(repository, token, head(repository, pushed, branch))) {
          case FindOutcome.Found found -> Outcome.done(Optional.of(found.pullRequest()));
          case FindOutcome.Absent absent -> Outcome.done(Optional.empty());
          case ForgeFailure failure -> ForgeRefusals.of(failure, repository);
        });
  }

  @Override
  public Outcome<PullRequest> create(Remote pushed, String branch, String target, Words words) {
    return call((repository, token) -> {
      NewPullRequest request =
          new NewPullRequest(
              words.title(), words.body(), head(repository, pushed, branch), target, words.draft());
      return switch (forge.open(repository, token, request)) {
        case OpenOutcome.Opened opened -> Outcome.done(opened.pullRequest());
        case ForgeFailure failure -> ForgeRefusals.of(failure, repository);
      };
    });
  }

  private HeadBranch head(ForgeRepository repository, Remote pushed, String branch) {
    boolean own = pushed.address().equals(remote.address());
    ForgeRepository source =
        !own && directory.get().detect(pushed) instanceof Detection.Known fork
            ? fork.repository()
            : repository;
    return new HeadBranch(source, branch);
  }

  @Override
  public Outcome<PullRequest> revise(int number, Revision revision) {
    return reply((repository, token) -> forge.revise(repository, token, number, revision));
  }

  @Override
  public Outcome<PullRequest> request(int number, ReviewRequest request) {
    return reply((repository, token) -> forge.request(repository, token, number, request));
  }

  @Override
  public Outcome<Standing> standing(int number) {
    return reply((repository, token) -> forge.standing(repository, token, number));
  }

  @Override
  public Outcome<List<ReviewComment>> comments(int number) {
    return reply((repository, token) -> forge.comments(repository, token, number));
  }

  @Override
  public Outcome<List<TouchingPullRequest>> openPullRequests() {
    return call((repository, token) ->
        switch (forge.openPullRequests(repository, token)) {
          case ForgeReply.Failed<List<OpenPullRequest>> failed ->
              ForgeRefusals.of(failed.failure(), repository);
          case ForgeReply.Given<List<OpenPullRequest>> given ->
              touching(repository, token, given.value());
        });
  }

  private Outcome<List<TouchingPullRequest>> touching(
      ForgeRepository repository, Secret token, List<OpenPullRequest> open) {
    List<TouchingPullRequest> all = new ArrayList<>();
    for (OpenPullRequest one : open) {
      PullRequest pullRequest = one.pullRequest();
      List<String> paths = List.of();
      if (all.size() < MOST_WITH_PATHS) {
        switch (paths(repository, token, pullRequest)) {
          case ForgeReply.Failed<List<String>> failed -> {
            return ForgeRefusals.of(failed.failure(), repository);
          }
          case ForgeReply.Given<List<String>> given -> paths = given.value();
        }
      }
      all.add(
          new TouchingPullRequest(
              pullRequest.number(),
              pullRequest.url(),
              pullRequest.title(),
              one.author(),
              pullRequest.headCommit(),
              paths));
    }
    return Outcome.done(all);
  }

  /** The files of one commit stay the same, so they are asked for once. */
  private ForgeReply<List<String>> paths(
      ForgeRepository repository, Secret token, PullRequest pullRequest) {
    @Nullable List<String> known = pathsByCommit.get(pullRequest.headCommit());
    if (known != null) {
      return ForgeReply.given(known);
    }
    ForgeReply<List<String>> reply = forge.touchedPaths(repository, token, pullRequest.number());
    if (reply instanceof ForgeReply.Given<List<String>>(List<String> paths)
        && !pullRequest.headCommit().isEmpty()) {
      pathsByCommit.put(pullRequest.headCommit(), paths);
    }
    return reply;
  }

  @Override
  public Outcome<Suggested> authors(List<String> commits) {
    return call((repository, token) -> {
      if (!repository.kind().namesAuthors()) {
        return Outcome.done(new Suggested(false, List.of()));
      }
      Set<String> logins = new LinkedHashSet<>();
      for (String commit : commits) {
        switch (author(repository, token, commit)) {
          case ForgeReply.Failed<Optional<String>> failed -> {
            return ForgeRefusals.of(failed.failure(), repository);
          }
          case ForgeReply.Given<Optional<String>> given -> given.value().ifPresent(logins::add);
        }
      }
      return logins.isEmpty()
          ? Outcome.done(new Suggested(true, List.of()))
          : withoutOwn(repository, token, logins);
    });
  }

  /** Nobody reviews a pull request of their own. */
  private Outcome<Suggested> withoutOwn(
      ForgeRepository repository, Secret token, Set<String> logins) {
    return switch (forge.who(repository.kind(), repository.api(), token)) {
      case ForgeReply.Failed<ForgePerson> failed -> ForgeRefusals.of(failed.failure(), repository);
      case ForgeReply.Given<ForgePerson> own ->
          Outcome.done(
              new Suggested(
                  true,
                  logins.stream()
                      .filter(login -> !login.equalsIgnoreCase(own.value().user()))
                      .toList()));
    };
  }

  private ForgeReply<Optional<String>> author(
      ForgeRepository repository, Secret token, String commit) {
    @Nullable Optional<String> known = authorByCommit.get(commit);
    if (known != null) {
      return ForgeReply.given(known);
    }
    ForgeReply<Optional<String>> reply = forge.author(repository, token, commit);
    if (reply instanceof ForgeReply.Given<Optional<String>>(Optional<String> login)) {
      authorByCommit.put(commit, login);
    }
    return reply;
  }

  @Override
  public Outcome<ReviewComment> answer(int number, ReviewComment comment, String text) {
    return reply((repository, token) -> forge.answer(repository, token, number, comment, text));
  }

  /** A call whose reply is all there is to it. */
  private interface Replied<T> {
    ForgeReply<T> with(ForgeRepository repository, Secret token);
  }

  private <T> Outcome<T> reply(Replied<T> asked) {
    return call((repository, token) ->
        switch (asked.with(repository, token)) {
          case ForgeReply.Given<T> given -> Outcome.done(given.value());
          case ForgeReply.Failed<T> failed -> ForgeRefusals.of(failed.failure(), repository);
        });
  }

  /** A call with the token that is kept for the repository's server. */
  private interface Call<T> {
    Outcome<T> with(ForgeRepository repository, Secret token);
  }

  private <T> Outcome<T> call(Call<T> call) {
    return switch (directory.get().detect(remote)) {
      case Detection.Unknown unknown -> Outcome.refused("FORGE-01", remote.address());
      case Detection.UnusableApi unusable ->
          Outcome.refused("FORGE-02", unusable.api(), unusable.host());
      case Detection.Known known -> {
        @Nullable Secret token = secrets.find(known.repository().web()).orElse(null);
        yield token == null
            ? Outcome.refused("FORGE-03", known.repository().web())
            : call(call, known.repository(), token);
      }
    };
  }

  /**
   * A call that is refused for its token has had no effect from there on, so it is made once more
   * with the token's successor, where there is one.
   */
  private <T> Outcome<T> call(Call<T> call, ForgeRepository repository, Secret token) {
    Outcome<T> first = call.with(repository, token);
    return ForgeRefusals.isOfToken(first)
        ? secrets
            .instead(repository.web(), token)
            .map(next -> call.with(repository, next))
            .orElse(first)
        : first;
  }
}
