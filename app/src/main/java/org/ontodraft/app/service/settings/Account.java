package org.ontodraft.app.service.settings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who a person is at a forge, as it told last. Never the token.
 *
 * @param scopes what the token may do, as far as the forge tells
 * @param expires when the token ends; empty when it does not or the forge does not say
 * @param asked when the forge was asked
 */
public record Account(
    String user, List<String> scopes, Optional<Instant> expires, Way way, Instant asked) {
  public Account {
    scopes = List.copyOf(scopes);
  }

  /** The same account with a token that ends at another time. */
  public Account until(Optional<Instant> other) {
    return new Account(user, scopes, other, way, asked);
  }

  /** How a person signed in. */
  public enum Way {
    /** With a token that was typed. */
    TOKEN,
    /** With a code in the browser. */
    BROWSER,
    /** With what Git's credential helper keeps. */
    GIT
  }
}
