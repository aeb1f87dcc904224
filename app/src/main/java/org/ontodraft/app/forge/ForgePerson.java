package org.ontodraft.app.forge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who a token stands for.
 *
 * @param scopes what the token may do, as far as the forge tells
 * @param expires when the token ends; empty when it does not or the forge does not say
 */
public record ForgePerson(String user, List<String> scopes, Optional<Instant> expires) {
  public ForgePerson {
    scopes = List.copyOf(scopes);
  }
}
