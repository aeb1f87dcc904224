package org.ontodraft.model.ontology;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Port to the commits of the repository an ontology lives in. History is that of first parents:
 * what the default branch was, one commit after the other. Blocking; not for the FX thread.
 */
public interface OntologyHistory {
  /** A version with the name of a tag or branch; an empty one for a plain commit. */
  record NamedVersion(String name, OntologyVersion version) {}

  /**
   * A commit and who made it.
   *
   * @param parent its first parent; null where history begins or is cut off
   */
  record AuthoredCommit(
      OntologyVersion version, String author, Instant authoredAt, @Nullable String parent) {}

  /** The tags on commits that the repository holds, the newest commit first. */
  List<NamedVersion> tags();

  /** What a tag, the default branch, or a commit by the beginning of its id, names. */
  Optional<NamedVersion> named(String name);

  /**
   * The newest commit, this one or one before it, in which any of these paths is not what it is in
   * the commit's first parent.
   *
   * @param paths files or folders
   * @param cancelled asked now and then; once it says so, nothing is found
   */
  Optional<AuthoredCommit> lastChange(
      String from, Collection<String> paths, BooleanSupplier cancelled);

  /** The entries at these paths at a commit, those of a folder with all that is in it. */
  List<OntologySource.TreeEntry> entries(String commit, Collection<String> paths);
}
