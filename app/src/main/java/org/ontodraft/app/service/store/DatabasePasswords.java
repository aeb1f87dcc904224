package org.ontodraft.app.service.store;

import java.util.Optional;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;

/** Passwords of databases, in the keychain or for the session. Blocking. Thread-safe. */
public final class DatabasePasswords {
  private static final String SCHEME = "postgresql";

  private final SecretStore secrets;
  private final SecretStore session;

  /**
   * Over two stores.
   *
   * @param secrets the keychain, or what stands for it
   * @param session keeps in memory only
   */
  public DatabasePasswords(SecretStore secrets, SecretStore session) {
    this.secrets = secrets;
    this.session = session;
  }

  /** The password of this person for this database. */
  public Optional<Secret> find(SharedDatabase database) {
    Origin key = key(database);
    return session.find(key).or(() -> secrets.find(key));
  }

  /** Keeps a password; {@code forSession} keeps it out of the keychain. */
  public SecretStore.Kept keep(SharedDatabase database, Secret password, boolean forSession) {
    Origin key = key(database);
    if (forSession) {
      secrets.forget(key);
      return session.save(key, password);
    }
    session.forget(key);
    return secrets.save(key, password);
  }

  /** Forgets a password wherever it is. */
  public void forget(SharedDatabase database) {
    Origin key = key(database);
    session.forget(key);
    secrets.forget(key);
  }

  /** Another user or database has another password, which an origin cannot say otherwise. */
  private static Origin key(SharedDatabase database) {
    return new Origin(
        SCHEME,
        database.user() + "@" + database.host() + "/" + database.database(),
        database.port());
  }
}
