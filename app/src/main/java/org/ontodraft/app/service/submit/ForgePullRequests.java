package org.ontodraft.app.service.submit;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.FindOutcome;
import org.ontodraft.app.forge.Forge;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeDirectory.Detection;
import org.ontodraft.app.forge.ForgeFailure;
import org.ontodraft.app.forge.ForgeRepository;
import org.ontodraft.app.forge.NewPullRequest;
import org.ontodraft.app.forge.OpenOutcome;
import org.ontodraft.app.forge.PullRequest;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;

/** The pull requests of a remote at the forge that the settings know for it. */
public final class ForgePullRequests implements PullRequests {
  private final Forge forge;
  private final Supplier<ForgeDirectory> directory;
  private final SecretStore secrets;
  private final Remote remote;

  /**
   * With the remote of a workspace.
   *
   * @param directory asked at each call, since settings may change meanwhile
   */
  public ForgePullRequests(
      Forge forge, Supplier<ForgeDirectory> directory, SecretStore secrets, Remote remote) {
    this.forge = forge;
    this.directory = directory;
    this.secrets = secrets;
    this.remote = remote;
  }

  @Override
  public Optional<String> forge() {
    return switch (directory.get().detect(remote)) {
      case Detection.Known known -> Optional.of(known.repository().forge());
      case Detection.UnusableApi unusable -> Optional.of(ForgeDirectory.GITHUB);
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
  public Outcome<Optional<PullRequest>> find(String branch) {
    return call((repository, token) ->
        switch (forge.find(repository, token, branch)) {
          case FindOutcome.Found found -> Outcome.done(Optional.of(found.pullRequest()));
          case FindOutcome.Absent absent -> Outcome.done(Optional.empty());
          case ForgeFailure failure -> refused(failure, repository);
        });
  }

  @Override
  public Outcome<PullRequest> create(String branch, String target, String title, String body) {
    return call((repository, token) ->
        switch (forge.open(repository, token, new NewPullRequest(title, body, branch, target))) {
          case OpenOutcome.Opened opened -> Outcome.done(opened.pullRequest());
          case ForgeFailure failure -> refused(failure, repository);
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
            : call.with(known.repository(), token);
      }
    };
  }

  private static <T> Outcome<T> refused(ForgeFailure failure, ForgeRepository repository) {
    Object name = repository.fullName();
    return new Outcome.Refused<>(
        switch (failure) {
          case ForgeFailure.Unreachable unreachable ->
              Refusal.of("FORGE-04", repository.api(), unreachable.detail());
          case ForgeFailure.SignInRefused refused -> Refusal.of("FORGE-05", repository.web());
          case ForgeFailure.PermissionMissing missing ->
              Refusal.of("FORGE-06", name, missing.message(), missing.needed(), repository.web());
          case ForgeFailure.SingleSignOnNeeded sso ->
              Refusal.of("FORGE-07", name, sso.page().map(Object::toString).orElse(""));
          case ForgeFailure.NotFound missing -> Refusal.of("FORGE-08", name, repository.web());
          case ForgeFailure.RateLimited limited ->
              Refusal.of("FORGE-09", repository.web(), limited.until());
          case ForgeFailure.Rejected rejected ->
              Refusal.of("FORGE-10", name, String.join("; ", rejected.reasons()));
          case ForgeFailure.ServerFault fault ->
              Refusal.of("FORGE-11", repository.web(), fault.status());
          case ForgeFailure.UnexpectedAnswer answer ->
              Refusal.of("FORGE-12", repository.api(), answer.detail(), repository.web());
        });
  }
}
