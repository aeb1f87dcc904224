package org.ontodraft.app.service.account;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ontodraft.app.forge.DeviceGrant;
import org.ontodraft.app.forge.Forge;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeDirectory.Api;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.forge.ForgePerson;
import org.ontodraft.app.forge.ForgeReply;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.ForgeRefusals;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.service.settings.Account.Way;
import org.ontodraft.app.service.settings.SettingsService;

/**
 * The accounts of a person: tokens kept, and who they stand for. No forge is asked but when a
 * person says so. Blocking. Thread-safe.
 */
public final class Accounts {
  private final SettingsService settings;
  private final SecretStore secrets;
  private final Renewals renewals;
  private final Forge forge;
  private final Supplier<ForgeDirectory> directory;
  private final InstantSource clock;

  /** Over the settings and the store of tokens. */
  public Accounts(
      SettingsService settings,
      SecretStore secrets,
      Renewals renewals,
      Forge forge,
      Supplier<ForgeDirectory> directory,
      InstantSource clock) {
    this.settings = settings;
    this.secrets = secrets;
    this.renewals = renewals;
    this.forge = forge;
    this.directory = directory;
    this.clock = clock;
  }

  /** Who a person was at a server when it was asked last. */
  public Optional<Account> known(Origin server) {
    return settings.settings().get().connections().account(server);
  }

  /** The kind of forge a server is, as far as it is known. */
  public Optional<ForgeKind> kind(Origin server) {
    return directory.get().api(server).map(Api::kind);
  }

  /** Keeps what a sign-in through the browser gave, and asks who it stands for. */
  Outcome<Account> keep(Origin server, DeviceGrant.Granted granted) {
    forget(server);
    secrets.save(server, granted.token());
    granted.renewal().ifPresent(renewal -> renewals.keep(server, renewal));
    return ask(
        server,
        Way.BROWSER,
        granted.scopes(),
        granted.lifetime().map(lifetime -> clock.instant().plus(lifetime)));
  }

  /** Asks again who the token of a server stands for, or its successor where it is refused. */
  public Outcome<Account> check(Origin server) {
    Optional<Secret> token = secrets.find(server);
    Outcome<Account> first = checked(server);
    return ForgeRefusals.isOfToken(first)
            && token.flatMap(refused -> secrets.instead(server, refused)).isPresent()
        ? checked(server)
        : first;
  }

  private Outcome<Account> checked(Origin server) {
    Optional<Account> before = known(server);
    return ask(
        server,
        before.map(Account::way).orElse(Way.TOKEN),
        before
            .filter(account -> account.way() == Way.BROWSER)
            .map(Account::scopes)
            .orElse(List.of()),
        before.filter(account -> account.way() == Way.BROWSER).flatMap(Account::expires));
  }

  /**
   * Asks the forge.
   *
   * @param otherwise how the person signed in, where the token is not Git's
   * @param scopes what the token may do where the forge does not tell
   * @param expires when the token ends, where its sign-in told it
   */
  private Outcome<Account> ask(
      Origin server, Way otherwise, List<String> scopes, Optional<Instant> expires) {
    Optional<Api> api = directory.get().api(server);
    if (api.isEmpty()) {
      return Outcome.refused("SIGN-05", server);
    }
    boolean git =
        secrets
            .where(server)
            .map(Kept::isOfGit)
            .orElseGet(() -> settings.settings().get().connections().asksGit(server));
    Way way = git ? Way.GIT : otherwise;
    Optional<Secret> token = secrets.find(server);
    if (token.isEmpty()) {
      return way == Way.GIT
          ? Outcome.refused("SIGN-07", server)
          : Outcome.refused("FORGE-03", server);
    }
    try (Secret held = token.get()) {
      return switch (forge.who(api.get().kind(), api.get().base(), held)) {
        case ForgeReply.Failed<ForgePerson> failed ->
            new Outcome.Refused<>(
                ForgeRefusals.of(failed.failure(), server.toString(), api.get().base(), server));
        case ForgeReply.Given<ForgePerson> given -> {
          ForgePerson person = given.value();
          Account account =
              new Account(
                  person.user(),
                  person.scopes().isEmpty() ? scopes : person.scopes(),
                  expires.or(person::expires),
                  way,
                  clock.instant());
          settings.update(now -> now.withConnections(all -> all.withAccount(server, account)));
          yield Outcome.done(account);
        }
      };
    }
  }

  /**
   * Forgets the token and who it stood for. The forge still accepts it until it is revoked at
   * {@link #revocation}.
   */
  public void signOut(Origin server) {
    secrets.forget(server);
    forget(server);
    settings.update(now -> now.withConnections(all -> all.withGitHelper(server, false)));
  }

  private void forget(Origin server) {
    renewals.forget(server);
    settings.update(now -> now.withConnections(all -> all.withAccount(server, null)));
  }

  /** The page of the forge where a token is made, and revoked. */
  public Optional<URI> revocation(Origin server) {
    boolean browser = known(server).filter(account -> account.way() == Way.BROWSER).isPresent();
    return kind(server)
        .map(kind ->
            URI.create(
                server
                    + switch (kind) {
                      case GITHUB -> browser ? "/settings/applications" : "/settings/tokens";
                      case GITLAB ->
                          browser
                              ? "/-/user_settings/applications"
                              : "/-/user_settings/personal_access_tokens";
                      case GITEA -> "/user/settings/applications";
                    }));
  }

  /** Names the client that signs people in at a server; empty for none. */
  public void nameClient(Origin server, String client) {
    settings.update(now -> now.withConnections(all -> all.withClient(server, client)));
  }
}
