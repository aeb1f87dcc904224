package org.ontodraft.app.service.workspace;

import org.jspecify.annotations.Nullable;
import org.ontodraft.app.git.Credentials;
import org.ontodraft.app.git.Remote;

/** Finds out who to be at a remote. Blocking: a keychain may ask a person. */
@FunctionalInterface
public interface CredentialsSource {
  /** What is kept for the remote's server, or null to ask as nobody. */
  @Nullable Credentials find(Remote remote);
}
