package org.ontodraft.model.draft;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.ontology.StoreAwayException;

/**
 * Port to drafts that several people see, where the database decides who does. Blocking; throws
 * {@link StoreAwayException} while the database cannot be reached.
 */
public interface DraftSharing {
  /**
   * How a draft is shared.
   *
   * @param mine whether this person owns it, who alone can share it
   * @param shared whether there is a token for it
   * @param expires when the token ends; null for never
   */
  record Standing(boolean mine, boolean shared, @Nullable Instant expires) {}

  /** How a draft is shared; empty when this person does not see it. */
  Optional<Standing> standing(UUID draft);

  /**
   * Makes a token in place of an earlier one.
   *
   * @param expires when it ends; null for never
   * @return empty when this person does not own the draft
   */
  Optional<DraftToken> share(UUID draft, @Nullable Instant expires);

  /**
   * Ends the token of a draft, also for those who are in.
   *
   * @return false when this person does not own the draft
   */
  boolean revoke(UUID draft);

  /** Shows a token: the draft it opens; empty when it is unknown, revoked or expired. */
  Optional<UUID> open(DraftToken token);
}
