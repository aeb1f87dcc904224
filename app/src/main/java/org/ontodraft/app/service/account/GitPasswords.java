package org.ontodraft.app.service.account;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.CredentialHelper;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.Login;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.settings.SettingsService;

/**
 * What Git's credential helpers keep, for the servers where a person has agreed to that. Each
 * server is asked for once while the program runs. Blocking. Thread-safe.
 */
public final class GitPasswords {
  private final CredentialHelper helper;
  private final SettingsService settings;
  private final Map<Origin, Optional<Login>> answers = new ConcurrentHashMap<>();
  private final Set<Origin> approved = new HashSet<>();

  /** Asks this helper. */
  public GitPasswords(CredentialHelper helper, SettingsService settings) {
    this.helper = helper;
    this.settings = settings;
  }

  /** Whether the helper may be asked for a server. */
  boolean allowed(Origin server) {
    return settings.settings().get().connections().asksGit(server);
  }

  /**
   * Where a server's password is as far as the helper has told; empty where it may not be asked, or
   * has none. Does not wait for an answer that is on its way.
   */
  Optional<Kept> where(Origin server) {
    if (!allowed(server)) {
      return Optional.empty();
    }
    @Nullable Optional<Login> answer = answers.get(server);
    return answer == null ? Optional.of(Kept.GIT_UNASKED) : answer.map(login -> Kept.GIT);
  }

  /** What the helper keeps for a server; a copy. */
  synchronized Optional<Login> of(Origin server) {
    return allowed(server)
        ? answers
            .computeIfAbsent(server, helper::fill)
            .map(login -> new Login(login.user(), Secret.of(login.secret().reveal())))
        : Optional.empty();
  }

  /** Forgets the answer; the helper is asked again. */
  synchronized void forget(Origin server) {
    answers.remove(server);
    approved.remove(server);
  }

  private synchronized void approve(Origin server, Login login) {
    if (approved.add(server)) {
      helper.approve(server, login);
    }
  }

  private synchronized void reject(Origin server, Login login) {
    answers.put(server, Optional.empty());
    helper.reject(server, login);
  }

  /** For calls of Git: the helper is asked when the server wants to know, and told the outcome. */
  Credentials credentials(Origin server) {
    return new Credentials(
        server,
        () -> of(server),
        new Credentials.Verdict() {
          @Override
          public void accepted(Login login) {
            approve(server, login);
          }

          @Override
          public void refused(Login login) {
            reject(server, login);
          }
        });
  }
}
