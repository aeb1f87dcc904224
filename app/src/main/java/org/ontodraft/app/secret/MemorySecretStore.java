package org.ontodraft.app.secret;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps tokens until the program ends. Thread-safe. */
public final class MemorySecretStore implements SecretStore {
  private final Map<Origin, Secret> secrets = new ConcurrentHashMap<>();

  @Override
  public Optional<Secret> find(Origin origin) {
    return Optional.ofNullable(secrets.get(origin)).map(secret -> Secret.of(secret.reveal()));
  }

  @Override
  public Kept save(Origin origin, Secret secret) {
    Secret earlier = secrets.put(origin, Secret.of(secret.reveal()));
    if (earlier != null) {
      earlier.close();
    }
    return Kept.SESSION_ONLY;
  }

  @Override
  public void forget(Origin origin) {
    Secret secret = secrets.remove(origin);
    if (secret != null) {
      secret.close();
    }
  }

  @Override
  public Optional<Kept> where(Origin origin) {
    return secrets.containsKey(origin) ? Optional.of(Kept.SESSION_ONLY) : Optional.empty();
  }

  @Override
  public Kept kept() {
    return Kept.SESSION_ONLY;
  }
}
