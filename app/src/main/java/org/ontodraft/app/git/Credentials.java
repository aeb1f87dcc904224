package org.ontodraft.app.git;

import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;

/**
 * Who to be at a server that speaks HTTP. Sent to this origin only, and only when it asks.
 *
 * @param secret a token or password
 */
public record Credentials(Origin origin, String user, Secret secret) {
  /** A forge token; the forges take any user name beside it. */
  public static Credentials token(Origin origin, Secret token) {
    return new Credentials(origin, "x-access-token", token);
  }
}
