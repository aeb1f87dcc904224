package org.ontodraft.app.forge;

import java.net.URI;
import org.ontodraft.app.secret.Origin;

/**
 * A repository at a forge.
 *
 * @param forge the kind of forge: {@code github}
 * @param api the base of the API's addresses, without a slash at its end
 * @param web the server people see, which the token is kept for
 */
public record ForgeRepository(String forge, URI api, Origin web, String owner, String name) {
  /** Owner and name as people write them. */
  public String fullName() {
    return owner + "/" + name;
  }
}
