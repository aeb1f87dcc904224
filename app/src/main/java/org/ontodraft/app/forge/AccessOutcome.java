package org.ontodraft.app.forge;

/** What a token may do at a repository. */
public sealed interface AccessOutcome permits AccessOutcome.Access, ForgeFailure {
  /**
   * The repository can be read.
   *
   * @param push whether branches may be pushed to it
   * @param archived whether it takes no changes at all
   */
  record Access(boolean push, boolean archived, String defaultBranch) implements AccessOutcome {}
}
