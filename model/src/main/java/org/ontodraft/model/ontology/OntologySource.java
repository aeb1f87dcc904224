package org.ontodraft.model.ontology;

import java.util.List;
import java.util.Optional;
import org.ontodraft.model.entity.EntityType;

/**
 * Port to the repository an ontology lives in. Reads objects, never a working tree. Blocking; not
 * for the FX thread.
 */
public interface OntologySource {
  /** The default branch's head as last fetched. */
  OntologyVersion head();

  /** The version of this commit, or empty when the repository does not hold the commit. */
  Optional<OntologyVersion> version(String commit);

  /**
   * Whether the history of a commit holds an earlier one, as far as the repository has it.
   *
   * @return false as well when it holds one of them not at all
   */
  boolean descends(String commit, String earlier);

  /**
   * The commits that one version has in its history and an earlier one has not.
   *
   * @param most how many to name; all are counted
   * @return none when the repository does not hold both
   */
  CommitList commits(String earlier, String commit, int most);

  /** Every entry under the entity folders and {@code media} at a commit, sorted by path. */
  List<TreeEntry> entries(String commit);

  /** Every entry under {@code media} at a commit, sorted by path. */
  default List<TreeEntry> media(String commit) {
    String folder = EntityType.MEDIA.folder() + "/";
    return entries(commit).stream().filter(entry -> entry.path().startsWith(folder)).toList();
  }

  /** What differs under the same folders between two commits. */
  List<TreeChange> changes(String fromCommit, String toCommit);

  /**
   * The bytes of an object.
   *
   * @param limit the most bytes to read
   * @return the bytes, or empty when the object is larger than the limit
   * @throws java.io.UncheckedIOException when the object is missing or damaged
   */
  Optional<byte[]> read(String blobId, long limit);

  /** A file or something else that has a path in a commit. */
  record TreeEntry(String path, String blobId, Kind kind) {
    /** What the entry's mode says. */
    public enum Kind {
      FILE,
      EXECUTABLE,
      SYMLINK,
      SUBMODULE
    }
  }

  /** One path that differs; {@code before} or {@code after} is empty when the path is not there. */
  record TreeChange(String path, Optional<TreeEntry> before, Optional<TreeEntry> after) {}
}
