package org.ontodraft.model.draft;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;

/** The files a draft's commit changes, written format-preserving. */
public final class DraftFiles {
  private DraftFiles() {}

  /**
   * A file of the commit.
   *
   * @param before its text at the base, null when it is new
   * @param after its text in the commit, null when it is deleted
   */
  public record FileChange(
      EntityKey key, String path, @Nullable String before, @Nullable String after) {}

  /** Every file that differs from the base, sorted by path. May read base files from disk. */
  public static List<FileChange> of(DraftOverlay overlay) {
    throw new UnsupportedOperationException(overlay.toString());
  }

  /** The file of one entity as it will be committed; empty when it will not exist. */
  public static Optional<String> textOf(DraftOverlay overlay, EntityKey key) {
    throw new UnsupportedOperationException(key.toString());
  }
}
