package org.ontodraft.app.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a folder on this computer is, and where its canonical ontology comes from (decision 24). The
 * folder is read and never written.
 */
public sealed interface LocalFolder {
  /** The most commits that are named in {@link LocalOnly}. */
  int NAMED_COMMITS = 20;

  /**
   * A working copy or bare repository that was cloned: canonical is at its {@code origin}.
   *
   * @param localOnly what the folder has and the origin, as last seen from the folder, has not
   */
  record CloneOf(Remote origin, LocalOnly localOnly) implements LocalFolder {}

  /** A repository without an {@code origin}: canonical is the folder's own default branch. */
  record Standalone(Remote remote, boolean bare) implements LocalFolder {}

  /** A clone whose {@code origin} cannot be used. */
  record UnusableOrigin(Remote.Problem problem) implements LocalFolder {}

  /**
   * Not a repository.
   *
   * @param enclosing the repository the folder is inside of
   */
  record NotARepository(Optional<Path> enclosing) implements LocalFolder {}

  /** Without an origin, and its HEAD names a branch that is not there while others are. */
  record MissingDefaultBranch(String branch) implements LocalFolder {}

  /** Without an origin, and without a commit. */
  record NoCommits() implements LocalFolder {}

  /** Without an origin, and its history was cut off, so that nothing can be fetched from it. */
  record ShallowWithoutOrigin() implements LocalFolder {}

  /** A file made by {@code git bundle}. */
  record BundleFile(Remote remote) implements LocalFolder {}

  /** It looks like a repository and cannot be read. */
  record Unreadable(String detail) implements LocalFolder {}

  /**
   * Commits on local branches that are on no branch of the origin.
   *
   * @param count how many there are
   * @param branches the local branches that hold them, short names in order
   * @param summaries first lines of the newest, at most {@link #NAMED_COMMITS}
   */
  record LocalOnly(int count, List<String> branches, List<String> summaries) {
    public LocalOnly {
      branches = List.copyOf(branches);
      summaries = List.copyOf(summaries);
    }
  }

  /** Looks at a folder or file a person chose. */
  static LocalFolder inspect(Path chosen) {
    return FolderInspection.inspect(chosen.toAbsolutePath().normalize());
  }
}
