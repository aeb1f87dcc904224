package org.ontodraft.model.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an image file holds, by which its bytes are found.
 *
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record ImageContent(String sha256, long size) {
  /** The most bytes an image may have. */
  public static final int MAX_BYTES = 25 * 1024 * 1024;

  public ImageContent {
    if (!isSha256(sha256)) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
  }

  /** The content of these bytes. */
  public static ImageContent of(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new ImageContent(HexFormat.of().formatHex(hash), bytes.length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a text can be the {@link #sha256} of something. */
  public static boolean isSha256(String text) {
    return text.length() == 64
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }
}
