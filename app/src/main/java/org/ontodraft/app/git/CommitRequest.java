package org.ontodraft.app.git;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A commit to make. The same request gives the same commit id, everywhere and at any time.
 *
 * @param parent the commit it is made on
 * @param files new text by path; empty to delete the file
 * @param date both author's and committer's date, in UTC
 */
public record CommitRequest(
    String parent,
    SortedMap<String, Optional<String>> files,
    String message,
    Author author,
    Instant date) {
  public CommitRequest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** A request with files in any order. */
  public static CommitRequest of(
      String parent,
      Map<String, Optional<String>> files,
      String message,
      Author author,
      Instant date) {
    return new CommitRequest(parent, new TreeMap<>(files), message, author, date);
  }

  /** Who made the changes. */
  public record Author(String name, String email) {}
}
