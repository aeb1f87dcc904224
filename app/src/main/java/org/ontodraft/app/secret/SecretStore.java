package org.ontodraft.app.secret;

import java.util.Optional;

/** Port to where tokens are kept, one for each origin. Blocking: the keychain may ask a person. */
public interface SecretStore {
  /** The token of an origin. */
  Optional<Secret> find(Origin origin);

  /** Keeps a token in place of an earlier one; the caller may close its copy afterwards. */
  Kept save(Origin origin, Secret secret);

  /**
   * A token in place of one that its server has just refused, to be tried once; empty where there
   * is none to be had. It may ask the server.
   */
  default Optional<Secret> instead(Origin origin, Secret refused) {
    return Optional.empty();
  }

  /** Removes a token wherever it is; harmless when there is none. */
  void forget(Origin origin);

  /** Where the token of an origin is; empty when none is kept. */
  Optional<Kept> where(Origin origin);

  /** Where tokens are kept at present. */
  Kept kept();

  /** Where a token is. */
  enum Kept {
    /** In the operating system's keychain; it is there at the next start. */
    KEYCHAIN,
    /** In memory, because no keychain answered; it is gone when the program ends. */
    SESSION_ONLY,
    /** With Git's credential helper, which has answered. */
    GIT,
    /** With Git's credential helper, if it has one: it was not asked yet. */
    GIT_UNASKED;

    /** Whether it is Git's and not kept here. */
    public boolean isOfGit() {
      return this == GIT || this == GIT_UNASKED;
    }
  }
}
