package org.ontodraft.app.git;

import java.util.Optional;
import org.ontodraft.app.secret.Origin;

/** Port to what Git itself knows of passwords. Blocking, for a bounded time. */
public interface CredentialHelper {
  /** What is known for a server; empty where nothing is, or nobody answers in time. */
  Optional<Login> fill(Origin server);

  /** Says that a server took a login. */
  void approve(Origin server, Login login);

  /** Says that a server did not take a login; the helper forgets it. */
  void reject(Origin server, Login login);
}
