package org.ontodraft.app.service.account;

import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.app.forge.DeviceCode;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.service.settings.Connections;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.task.Progress;

/** All ways of signing in, and out again, for the screens. Blocking. Thread-safe. */
public final class SignIns {
  private final SettingsService settings;
  private final SecretStore secrets;
  private final Accounts accounts;
  private final BrowserSignIn browser;

  /** Over the accounts and the sign-in through the browser. */
  public SignIns(
      SettingsService settings, SecretStore secrets, Accounts accounts, BrowserSignIn browser) {
    this.settings = settings;
    this.secrets = secrets;
    this.accounts = accounts;
    this.browser = browser;
  }

  /** What is known of a server; nobody is asked but the keychain. */
  public AccountStanding standing(Origin server) {
    Connections connections = settings.settings().get().connections();
    Optional<SecretStore.Kept> token = secrets.where(server);
    // One that was kept in memory is gone after a restart, and nobody is signed in by it.
    boolean stands = token.isPresent() || connections.asksGit(server);
    return new AccountStanding(
        server,
        token,
        accounts.known(server).filter(account -> stands),
        accounts.kind(server),
        connections.client(server),
        browser.hindrance(server),
        connections.asksGit(server),
        accounts.revocation(server));
  }

  /** Asks the forge who the token stands for. */
  public Outcome<Account> check(Origin server) {
    return accounts.check(server);
  }

  /** Lets Git be asked for the server's password from now on, and asks it once. */
  public Outcome<Account> askGit(Origin server) {
    settings.update(now -> now.withConnections(all -> all.withGitHelper(server, true)));
    return accounts.check(server);
  }

  /** Forgets the token here. */
  public void signOut(Origin server) {
    accounts.signOut(server);
  }

  /** Names the client that signs people in at a server; empty for none. */
  public void nameClient(Origin server, String client) {
    accounts.nameClient(server, client);
  }

  /** Asks the forge for a code to type in the browser. */
  public Outcome<DeviceCode> begin(Origin server) {
    return browser.begin(server);
  }

  /** Waits until the person has typed the code; see {@link BrowserSignIn#await}. */
  public Outcome<Account> await(DeviceCode code, Progress progress, Consumer<Boolean> away) {
    return browser.await(code, progress, away);
  }
}
