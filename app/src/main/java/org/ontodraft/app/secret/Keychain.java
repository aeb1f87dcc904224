package org.ontodraft.app.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operating system's keychain, as little of it as we need. */
interface Keychain {
  /** The password of an account. */
  String get(String service, String account) throws PasswordAccessException;

  /** Keeps a password. */
  void set(String service, String account, String password) throws PasswordAccessException;

  /** Removes a password. */
  void delete(String service, String account) throws PasswordAccessException;

  /**
   * The keychain of this computer: Credential Manager, Keychain, Secret Service or KWallet. Empty
   * where none answers.
   */
  static Optional<Keychain> ofSystem() {
    Logger log = LoggerFactory.getLogger(Keychain.class);
    try {
      Keyring keyring = Keyring.create();
      log.info("keychain: {}", keyring.getKeyringStorageType());
      return Optional.of(
          new Keychain() {
            @Override
            public String get(String service, String account) throws PasswordAccessException {
              return keyring.getPassword(service, account);
            }

            @Override
            public void set(String service, String account, String password)
                throws PasswordAccessException {
              keyring.setPassword(service, account, password);
            }

            @Override
            public void delete(String service, String account) throws PasswordAccessException {
              keyring.deletePassword(service, account);
            }
          });
    } catch (BackendNotSupportedException | RuntimeException | LinkageError none) {
      log.info("no keychain answers: {}", none.toString());
      return Optional.empty();
    }
  }
}
