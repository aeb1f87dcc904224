package org.ontodraft.persistence.repository;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.draft.DraftToken;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.persistence.store.LostConnection;
import org.ontodraft.persistence.store.SharedConnections;
import org.ontodraft.persistence.store.StoreFaultException;

/** Sharing over PostgreSQL's row-level security. Thread-safe. */
public final class JdbcDraftSharing implements DraftSharing {
  private static final int TOKEN_BYTES = 32;

  private final SharedConnections connections;
  private final SecureRandom random = new SecureRandom();

  /** Over a person's connections. */
  public JdbcDraftSharing(SharedConnections connections) {
    this.connections = connections;
  }

  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private <T> T with(String what, Work<T> work) {
    try (Connection connection = connections.pooled().getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw fault(what, e);
    }
  }

  private static RuntimeException fault(String what, SQLException e) {
    return LostConnection.isCauseOf(e)
        ? new StoreAwayException(what, e)
        : new StoreFaultException(what, e);
  }

  @Override
  public Optional<Standing> standing(UUID draft) {
    return with(
        "asking how a draft is shared",
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select owner = current_user, capability_hash is not null, expires_at"
                      + " from ontology.draft where id = ?")) {
            select.setObject(1, draft);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Standing(
                          row.getBoolean(1),
                          row.getBoolean(2),
                          instant(row.getObject(3, OffsetDateTime.class))))
                  : Optional.empty();
            }
          }
        });
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  @Override
  public Optional<DraftToken> share(UUID draft, @Nullable Instant expires) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    DraftToken token =
        new DraftToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    return set(draft, hash(token), expires) ? Optional.of(token) : Optional.empty();
  }

  @Override
  public boolean revoke(UUID draft) {
    return set(draft, null, null);
  }

  private boolean set(UUID draft, byte @Nullable [] hash, @Nullable Instant expires) {
    return with(
        "sharing a draft",
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "update ontology.draft set capability_hash = ?, expires_at = ?"
                      + " where id = ? and owner = current_user")) {
            update.setBytes(1, hash);
            update.setObject(2, expires == null ? null : expires.atOffset(ZoneOffset.UTC));
            update.setObject(3, draft);
            return update.executeUpdate() == 1;
          }
        });
  }

  @Override
  public Optional<UUID> open(DraftToken token) {
    try {
      return connections.show(token.text());
    } catch (SQLException e) {
      throw fault("opening a shared draft", e);
    }
  }

  private static byte[] hash(DraftToken token) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(token.text().getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
