package org.ontodraft.model.rebase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.SourceFile;

/**
 * What is wrong with the file a change was made on.
 *
 * @param path the file as it is kept with the draft
 */
public record BaseProblem(EntityKey key, String path, Kind kind) {
  private static final int SHA_1_DIGITS = 40;
  private static final int SHA_256_DIGITS = 64;

  /** What can be wrong. */
  public enum Kind {
    /** The bytes kept are not the Git object they are said to be. */
    DAMAGED,
    /** The bytes kept hold no document. */
    UNREADABLE,
    /** The version the draft says it is on has no such file, or another. */
    NOT_AT_BASE
  }

  /** What is wrong with the base of this change, the worst first. */
  static Optional<BaseProblem> of(DraftChange change, DraftOverlay draft) {
    SourceFile file = change.baseFile();
    if (file == null) {
      return Optional.empty();
    }
    EntityKey key = change.key();
    if (!file.files().stream().allMatch(BaseProblem::isIntact)) {
      return Optional.of(new BaseProblem(key, file.path(), Kind.DAMAGED));
    }
    if (draft.baseDocument(key) == null) {
      return Optional.of(new BaseProblem(key, file.path(), Kind.UNREADABLE));
    }
    boolean there =
        draft.base().find(key).map(EntitySummary::files).filter(file.parts()::equals).isPresent();
    return there
        ? Optional.empty()
        : Optional.of(new BaseProblem(key, file.path(), Kind.NOT_AT_BASE));
  }

  /** Whether a file's bytes are the object of its id; an id that is none of Git's says nothing. */
  private static boolean isIntact(SourceFile file) {
    return switch (file.blobId().length()) {
      case SHA_1_DIGITS -> file.blobId().equals(blobId("SHA-1", file.text()));
      case SHA_256_DIGITS -> file.blobId().equals(blobId("SHA-256", file.text()));
      default -> true;
    };
  }

  private static String blobId(String algorithm, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
