package org.ontodraft.app.service.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.model.draft.DraftToken;

/**
 * The tokens of drafts that others have shared, in the keychain, so that the drafts are there after
 * a restart. One entry for each database, since a keychain cannot be asked for a list. Blocking.
 * Thread-safe.
 */
public final class SharedDraftTokens {
  /** What fits in the smallest keychain; the draft that was opened longest ago is left out. */
  static final int MOST = 14;

  private static final String SCHEME = "ontodraft-drafts";

  private final SecretStore secrets;

  /** In the keychain, or what stands for it. */
  public SharedDraftTokens(SecretStore secrets) {
    this.secrets = secrets;
  }

  /** The tokens by draft, the one kept last at the end. */
  public synchronized Map<UUID, DraftToken> of(SharedDatabase database) {
    Optional<Secret> kept = secrets.find(key(database));
    if (kept.isEmpty()) {
      return Map.of();
    }
    try (Secret lines = kept.get()) {
      return read(lines.reveal());
    }
  }

  /** Keeps the token of a draft. */
  public synchronized SecretStore.Kept keep(SharedDatabase database, UUID draft, DraftToken token) {
    Map<UUID, DraftToken> tokens = new LinkedHashMap<>(of(database));
    tokens.remove(draft);
    tokens.put(draft, token);
    while (tokens.size() > MOST) {
      tokens.remove(tokens.keySet().iterator().next());
    }
    try (Secret secret = Secret.of(written(tokens))) {
      return secrets.save(key(database), secret);
    }
  }

  /** Forgets the token of a draft; harmless when there is none. */
  public synchronized void forget(SharedDatabase database, UUID draft) {
    Map<UUID, DraftToken> tokens = new LinkedHashMap<>(of(database));
    if (tokens.remove(draft) == null) {
      return;
    }
    if (tokens.isEmpty()) {
      secrets.forget(key(database));
      return;
    }
    try (Secret secret = Secret.of(written(tokens))) {
      secrets.save(key(database), secret);
    }
  }

  /** Whether a restart finds the tokens again. */
  public SecretStore.Kept kept() {
    return secrets.kept();
  }

  private static String written(Map<UUID, DraftToken> tokens) {
    return tokens.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue().text())
        .collect(Collectors.joining("\n"));
  }

  /** Anybody may have written to the keychain. */
  private static Map<UUID, DraftToken> read(String text) {
    Map<UUID, DraftToken> tokens = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      int space = line.indexOf(' ');
      if (space == 36 && DraftToken.isToken(line.substring(space + 1))) {
        try {
          tokens.put(
              UUID.fromString(line.substring(0, space)), new DraftToken(line.substring(space + 1)));
        } catch (IllegalArgumentException noId) {
          // Not ours; the others still count.
          continue;
        }
      }
    }
    return tokens;
  }

  private static Origin key(SharedDatabase database) {
    return new Origin(
        SCHEME,
        database.user() + "@" + database.host() + "/" + database.database(),
        database.port());
  }
}
