package org.ontodraft.app.service.settings;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the settings for which servers a token is kept, since a keychain cannot be asked for a
 * list. The tokens themselves are the other store's. Thread-safe.
 */
public final class ListedSecretStore implements SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(ListedSecretStore.class);

  private final SecretStore secrets;
  private final SettingsService settings;

  /** Over the store that keeps the tokens. */
  public ListedSecretStore(SecretStore secrets, SettingsService settings) {
    this.secrets = secrets;
    this.settings = settings;
  }

  @Override
  public Optional<Secret> find(Origin origin) {
    return secrets.find(origin);
  }

  @Override
  public Kept save(Origin origin, Secret secret) {
    Kept kept = secrets.save(origin, secret);
    String server = origin.toString();
    if (!settings.settings().get().servers().contains(server)) {
      try {
        settings.update(now -> now.withServers(with(now.servers(), server)));
      } catch (UncheckedIOException unwritable) {
        // The token is kept and works; only the list does not know of it.
        LOG.warn("SET-03 {} could not be noted in the settings", server, unwritable);
      }
    }
    return kept;
  }

  static Set<String> with(Set<String> servers, String server) {
    Set<String> more = new HashSet<>(servers);
    more.add(server);
    return more;
  }

  @Override
  public void forget(Origin origin) {
    secrets.forget(origin);
  }

  @Override
  public Optional<Kept> where(Origin origin) {
    return secrets.where(origin);
  }

  @Override
  public Kept kept() {
    return secrets.kept();
  }
}
