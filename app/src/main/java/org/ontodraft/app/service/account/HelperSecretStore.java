package org.ontodraft.app.service.account;

import java.util.Optional;
import org.ontodraft.app.git.Login;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;

/**
 * Takes what Git's credential helper keeps where no token is kept here and a person has agreed to
 * that. Blocking. Thread-safe.
 */
public final class HelperSecretStore implements SecretStore {
  private final SecretStore secrets;
  private final GitPasswords passwords;

  /** Over the store that keeps the tokens. */
  public HelperSecretStore(SecretStore secrets, GitPasswords passwords) {
    this.secrets = secrets;
    this.passwords = passwords;
  }

  @Override
  public Optional<Secret> find(Origin origin) {
    return secrets.find(origin).or(() -> passwords.of(origin).map(Login::secret));
  }

  @Override
  public Kept save(Origin origin, Secret secret) {
    return secrets.save(origin, secret);
  }

  @Override
  public Optional<Secret> instead(Origin origin, Secret refused) {
    return secrets.instead(origin, refused);
  }

  @Override
  public void forget(Origin origin) {
    secrets.forget(origin);
    passwords.forget(origin);
  }

  @Override
  public Optional<Kept> where(Origin origin) {
    return secrets.where(origin).or(() -> passwords.where(origin));
  }

  @Override
  public Kept kept() {
    return secrets.kept();
  }
}
