package org.ontodraft.app.service.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.draft.DraftToken;

/** Sharing that remembers the tokens of drafts that were opened by one. Thread-safe. */
public final class RememberedSharing implements DraftSharing {
  private final DraftSharing sharing;
  private final SharedDraftTokens tokens;
  private final SharedDatabase database;

  /** Over the sharing of a database. */
  public RememberedSharing(
      DraftSharing sharing, SharedDraftTokens tokens, SharedDatabase database) {
    this.sharing = sharing;
    this.tokens = tokens;
    this.database = database;
  }

  /** Opens the drafts of before again, and forgets tokens that open nothing any more. */
  public void openAgain() {
    for (Map.Entry<UUID, DraftToken> kept : tokens.of(database).entrySet()) {
      if (sharing.open(kept.getValue()).isEmpty()) {
        tokens.forget(database, kept.getKey());
      }
    }
  }

  @Override
  public Optional<Standing> standing(UUID draft) {
    return sharing.standing(draft);
  }

  @Override
  public Optional<DraftToken> share(UUID draft, @Nullable Instant expires) {
    return sharing.share(draft, expires);
  }

  @Override
  public boolean revoke(UUID draft) {
    boolean revoked = sharing.revoke(draft);
    if (revoked) {
      tokens.forget(database, draft);
    }
    return revoked;
  }

  @Override
  public Optional<UUID> open(DraftToken token) {
    Optional<UUID> opened = sharing.open(token);
    opened.ifPresent(draft -> tokens.keep(database, draft, token));
    return opened;
  }
}
