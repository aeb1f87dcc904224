package org.ontodraft.model.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code .ontodraft} file says.
 *
 * @param program the version of the program that wrote it
 * @param rootCommits the commits without parents of the repository it belongs to, sorted: a
 *     repository is known by them, whatever its address
 * @param journal up to where the file holds the journal's edits; null for a file to hand on
 * @param images those that the draft adds; none in a file that is kept beside a store, which has
 *     them itself
 */
public record DraftFile(
    String program,
    Instant writtenAt,
    List<String> rootCommits,
    @Nullable JournalPosition journal,
    PortableDraft draft,
    List<PortableImage> images) {
  /** The ending of the files' names. */
  public static final String EXTENSION = ".ontodraft";

  public DraftFile {
    rootCommits = List.copyOf(rootCommits);
    images = List.copyOf(images);
  }

  /** A file without images. */
  public DraftFile(
      String program,
      Instant writtenAt,
      List<String> rootCommits,
      @Nullable JournalPosition journal,
      PortableDraft draft) {
    this(program, writtenAt, rootCommits, journal, draft, List.of());
  }

  /** The file with this draft in it. */
  public DraftFile with(PortableDraft other) {
    return new DraftFile(program, writtenAt, rootCommits, journal, other, images);
  }

  /** The last of a journal's edits. */
  public record JournalPosition(UUID journal, long sequence) {}
}
