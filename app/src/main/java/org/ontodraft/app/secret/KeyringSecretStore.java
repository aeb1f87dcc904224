package org.ontodraft.app.secret;

import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps tokens in the operating system's keychain, and in memory where none answers or it refuses;
 * {@link #save} and {@link #kept} say which. The keychain is looked for at first use. Thread-safe.
 */
public final class KeyringSecretStore implements SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(KeyringSecretStore.class);
  private static final String SERVICE = "Ontodraft";

  private final Supplier<Optional<Keychain>> opener;
  private final SecretStore session = new MemorySecretStore();
  private @Nullable Optional<Keychain> opened;

  /** The store of the person who runs the program. */
  public KeyringSecretStore() {
    this(Keychain::ofSystem);
  }

  KeyringSecretStore(Supplier<Optional<Keychain>> opener) {
    this.opener = opener;
  }

  @Override
  public synchronized Optional<Secret> find(Origin origin) {
    Optional<Secret> inMemory = session.find(origin);
    if (inMemory.isPresent() || keychain().isEmpty()) {
      return inMemory;
    }
    try {
      return Optional.of(Secret.of(keychain().get().get(SERVICE, origin.toString())));
    } catch (PasswordAccessException | RuntimeException notThere) {
      // The library tells a missing entry and a locked keychain in the same way.
      LOG.debug("no token of {} in the keychain", origin);
      return Optional.empty();
    }
  }

  @Override
  public synchronized Kept save(Origin origin, Secret secret) {
    if (keychain().isPresent()) {
      try {
        keychain().get().set(SERVICE, origin.toString(), secret.reveal());
        session.forget(origin);
        return Kept.KEYCHAIN;
      } catch (PasswordAccessException | RuntimeException refused) {
        LOG.warn("the keychain did not take a token of {}: {}", origin, refused.getClass());
      }
    }
    return session.save(origin, secret);
  }

  @Override
  public synchronized void forget(Origin origin) {
    session.forget(origin);
    if (keychain().isPresent()) {
      try {
        keychain().get().delete(SERVICE, origin.toString());
      } catch (PasswordAccessException | RuntimeException notThere) {
        LOG.debug("no token of {} to remove from the keychain", origin);
      }
    }
  }

  @Override
  public synchronized Optional<Kept> where(Origin origin) {
    Optional<Kept> inMemory = session.where(origin);
    return inMemory.isPresent() ? inMemory : find(origin).map(KeyringSecretStore::inKeychain);
  }

  private static Kept inKeychain(Secret copy) {
    copy.close();
    return Kept.KEYCHAIN;
  }

  @Override
  public synchronized Kept kept() {
    return keychain().isPresent() ? Kept.KEYCHAIN : Kept.SESSION_ONLY;
  }

  private Optional<Keychain> keychain() {
    Optional<Keychain> found = opened;
    if (found == null) {
      found = opener.get();
      opened = found;
    }
    return found;
  }
}
