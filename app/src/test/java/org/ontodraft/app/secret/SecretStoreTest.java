package org.ontodraft.app.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javakeyring.PasswordAccessException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.secret.SecretStore.Kept;

class SecretStoreTest {
  private static final Origin GITHUB = new Origin("https", "github.com", 443);
  private static final Origin OTHER_PORT = new Origin("https", "github.com", 8443);

  /** A keychain in memory that can be locked. */
  private static final class MapKeychain implements Keychain {
    private final Map<String, String> passwords = new HashMap<>();
    private boolean locked;

    @Override
    public String get(String service, String account) throws PasswordAccessException {
      String found = passwords.get(service + " " + account);
      if (locked || found == null) {
        throw new PasswordAccessException("locked or missing");
      }
      return found;
    }

    @Override
    public void set(String service, String account, String password)
        throws PasswordAccessException {
      if (locked) {
        throw new PasswordAccessException("locked");
      }
      passwords.put(service + " " + account, password);
    }

    @Override
    public void delete(String service, String account) throws PasswordAccessException {
      if (passwords.remove(service + " " + account) == null) {
        throw new PasswordAccessException("missing");
      }
    }
  }

  private static String revealed(Optional<Secret> secret) {
    return secret.map(Secret::reveal).orElse("none");
  }

  @Test
  void withoutAKeychainTokensAreKeptForTheSessionAndItSaysSo() {
    SecretStore store = new KeyringSecretStore(Optional::empty);
    assertThat(store.kept()).isEqualTo(Kept.SESSION_ONLY);
    assertThat(store.save(GITHUB, Secret.of("gho_1"))).isEqualTo(Kept.SESSION_ONLY);
    assertThat(revealed(store.find(GITHUB))).isEqualTo("gho_1");
    assertThat(store.where(GITHUB)).contains(Kept.SESSION_ONLY);
    assertThat(store.where(OTHER_PORT)).isEmpty();
    assertThat(store.find(OTHER_PORT)).isEmpty();
    store.save(GITHUB, Secret.of("gho_2"));
    assertThat(revealed(store.find(GITHUB))).isEqualTo("gho_2");
    store.forget(GITHUB);
    assertThat(store.find(GITHUB)).isEmpty();
    store.forget(GITHUB);
  }

  @Test
  void theKeychainOutlivesTheStore() {
    MapKeychain keychain = new MapKeychain();
    assertThat(new KeyringSecretStore(() -> Optional.of(keychain)).save(GITHUB, Secret.of("t")))
        .isEqualTo(Kept.KEYCHAIN);
    SecretStore next = new KeyringSecretStore(() -> Optional.of(keychain));
    assertThat(next.kept()).isEqualTo(Kept.KEYCHAIN);
    assertThat(revealed(next.find(GITHUB))).isEqualTo("t");
    assertThat(next.where(GITHUB)).contains(Kept.KEYCHAIN);
    assertThat(next.where(OTHER_PORT)).isEmpty();
    assertThat(keychain.passwords).containsOnlyKeys("Ontodraft https://github.com");
    next.forget(GITHUB);
    assertThat(keychain.passwords).isEmpty();
  }

  @Test
  void aLockedKeychainMeansSessionOnlyAndItSaysSo() {
    MapKeychain keychain = new MapKeychain();
    SecretStore store = new KeyringSecretStore(() -> Optional.of(keychain));
    store.save(GITHUB, Secret.of("old"));
    keychain.locked = true;
    assertThat(store.find(GITHUB)).isEmpty();
    assertThat(store.save(GITHUB, Secret.of("new"))).isEqualTo(Kept.SESSION_ONLY);
    assertThat(revealed(store.find(GITHUB))).isEqualTo("new");
    keychain.locked = false;
    assertThat(store.save(GITHUB, Secret.of("newer"))).isEqualTo(Kept.KEYCHAIN);
    assertThat(revealed(store.find(GITHUB))).isEqualTo("newer");
  }

  @Test
  void aComputerWithoutASessionBusHasNoKeychain() {
    Assumptions.assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getenv("DBUS_SESSION_BUS_ADDRESS") == null,
        "only where asking cannot open somebody's keychain");
    SecretStore store = new KeyringSecretStore();
    assertThat(store.save(GITHUB, Secret.of("gho_1"))).isEqualTo(Kept.SESSION_ONLY);
    assertThat(revealed(store.find(GITHUB))).isEqualTo("gho_1");
  }

  @Test
  void aSecretPrintsAsStars() {
    Secret secret = Secret.of("gho_1");
    record Holder(Secret secret) {}
    assertThat(new Holder(secret).toString()).doesNotContain("gho_1").contains("***");
    assertThat(secret.reveal()).isEqualTo("gho_1");
    secret.close();
    assertThat(secret.reveal()).doesNotContain("gho_1");
    assertThat(secret.isBlank()).isTrue();
  }
}
