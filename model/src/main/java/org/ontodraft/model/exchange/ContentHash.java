package org.ontodraft.model.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of everything in a file before the digits of the hash itself, which the file ends
 * with. So that no other form of the JSON has to be made to check it.
 */
final class ContentHash {
  static final int DIGITS = 64;

  /** What is written where the digits will be. */
  static final String BLANK = "0".repeat(DIGITS);

  private static final byte[] END = "\"\n}\n".getBytes(StandardCharsets.UTF_8);

  private ContentHash() {}

  /** Fills in the digits of a file that was written with {@link #BLANK}. */
  static byte[] sealed(byte[] file) {
    byte[] sealed = file.clone();
    byte[] digits = digits(sealed);
    System.arraycopy(digits, 0, sealed, start(sealed), DIGITS);
    return sealed;
  }

  /** Whether a file is as it was written. */
  static boolean isWhole(byte[] file) {
    int start = start(file);
    return start > 0
        && Arrays.equals(file, file.length - END.length, file.length, END, 0, END.length)
        && Arrays.equals(digits(file), Arrays.copyOfRange(file, start, start + DIGITS));
  }

  private static int start(byte[] file) {
    return file.length - END.length - DIGITS;
  }

  private static byte[] digits(byte[] file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(file, 0, start(file));
      return HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
