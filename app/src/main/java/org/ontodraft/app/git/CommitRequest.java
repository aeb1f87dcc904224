package org.ontodraft.app.git;

import java.nio.charset.StandardCharsets;
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
 * @param images new bytes by path of files that are no text; empty to delete the file
 * @param date both author's and committer's date, in UTC
 */
public record CommitRequest(
    String base,
    List<String> parents,
    SortedMap<String, Optional<String>> files,
    SortedMap<String, Optional<byte[]>> images,
    String message,
    Author author,
    Instant date) {
  public CommitRequest {
    parents = List.copyOf(parents);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
  }

  /** A request with files in any order, on one parent. */
  public static CommitRequest of(
      String parent,
      Map<String, Optional<String>> files,
      String message,
      Author author,
      Instant date) {
    return new CommitRequest(
        parent, List.of(parent), new TreeMap<>(files), new TreeMap<>(), message, author, date);
  }

  /** The same commit after others. */
  public CommitRequest after(List<String> otherParents) {
    return new CommitRequest(base, otherParents, files, images, message, author, date);
  }

  /** The same commit with these images. */
  public CommitRequest with(SortedMap<String, Optional<byte[]>> otherImages) {
    return new CommitRequest(base, parents, files, otherImages, message, author, date);
  }

  /** The bytes of all files by path; empty to delete the file. */
  SortedMap<String, Optional<byte[]>> contents() {
    SortedMap<String, Optional<byte[]>> contents = new TreeMap<>(images);
    files.forEach((path, text) ->
        contents.put(path, text.map(each -> each.getBytes(StandardCharsets.UTF_8))));
    return contents;
  }

  /** Who made the changes. */
  public record Author(String name, String email) {}
}
