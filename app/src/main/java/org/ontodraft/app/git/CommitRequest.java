package org.ontodraft.app.git;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A commit to make. The same request gives the same commit id, everywhere and at any time.
 *
 * @param base the commit whose files it changes
 * @param parents what it comes after, the branch it goes to first; usually the base alone
 * @param files new text by path; empty to delete the file
 * @param date both author's and committer's date, in UTC
 */
public record CommitRequest(
    String base,
    List<String> parents,
    SortedMap<String, Optional<String>> files,
    String message,
    Author author,
    Instant date) {
  public CommitRequest {
    parents = List.copyOf(parents);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** A request with files in any order, on one parent. */
  public static CommitRequest of(
      String parent,
      Map<String, Optional<String>> files,
      String message,
      Author author,
      Instant date) {
    return new CommitRequest(parent, List.of(parent), new TreeMap<>(files), message, author, date);
  }

  /** The same commit after others. */
  public CommitRequest after(List<String> otherParents) {
    return new CommitRequest(base, otherParents, files, message, author, date);
  }

  /** Who made the changes. */
  public record Author(String name, String email) {}
}
