package org.ontodraft.app.forge;

import org.ontodraft.app.secret.Secret;

/**
 * Port to a forge. Every answer a server may give is an outcome; nothing is tried twice behind the
 * caller's back, so that running a plan again is the only retry there is. Blocking, for a bounded
 * time; not for the FX thread.
 */
public interface Forge {
  /** What the token's owner may do at the repository. */
  AccessOutcome access(ForgeRepository repository, Secret token);

  /** The pull request from a branch of this repository: an open one, else the newest. */
  FindOutcome find(ForgeRepository repository, Secret token, String branch);

  /** Opens a pull request, or tells the one that is open from the same branch. */
  OpenOutcome open(ForgeRepository repository, Secret token, NewPullRequest request);
}
