package org.ontodraft.app.forge;

/**
 * The branch a pull request brings.
 *
 * @param repository where it was pushed: the repository itself, or a fork of it
 */
public record HeadBranch(ForgeRepository repository, String branch) {
  /** Owner and branch as GitHub and Gitea write them. */
  String label() {
    return repository.owner() + ":" + branch;
  }
}
