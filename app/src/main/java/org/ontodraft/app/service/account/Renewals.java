package org.ontodraft.app.service.account;

import java.util.Optional;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;

/** What gives the next token of a server, kept where tokens are. Blocking. Thread-safe. */
public final class Renewals {
  private static final String SCHEME = "ontodraft-renewal";

  private final SecretStore secrets;

  /** In the keychain, or what stands for it. */
  public Renewals(SecretStore secrets) {
    this.secrets = secrets;
  }

  Optional<Secret> of(Origin server) {
    return secrets.find(key(server));
  }

  void keep(Origin server, Secret renewal) {
    secrets.save(key(server), renewal);
  }

  void forget(Origin server) {
    secrets.forget(key(server));
  }

  private static Origin key(Origin server) {
    return new Origin(SCHEME, server.host(), server.port());
  }
}
