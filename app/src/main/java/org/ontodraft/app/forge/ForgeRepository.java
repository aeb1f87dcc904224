package org.ontodraft.app.forge;

import java.net.URI;
import org.ontodraft.app.secret.Origin;

/**
 * A repository at a forge.
 *
 * @param api the base of the API's addresses, without a slash at its end
 * @param web the server people see, which the token is kept for
 * @param owner who it belongs to; at GitLab a path of groups
 */
public record ForgeRepository(ForgeKind kind, URI api, Origin web, String owner, String name) {
  /** Owner and name as people write them. */
  public String fullName() {
    return owner + "/" + name;
  }

  /** Another repository of the same forge. */
  public ForgeRepository named(String otherOwner, String otherName) {
    return new ForgeRepository(kind, api, web, otherOwner, otherName);
  }
}
