package org.ontodraft.model.media;

import java.util.Optional;

/**
 * How many pixels a picture says it has, read from its first bytes without decoding it: a small
 * file can claim a size that no memory holds.
 */
public record ImageSize(long width, long height) {
  /** The most pixels that are worth decoding to be looked at. */
  private static final long MAX_PIXELS = 64L * 1024 * 1024;

  /** The size of a picture of pixels; empty when its head is cut off, or of another kind. */
  public static Optional<ImageSize> of(ImageType type, byte[] bytes) {
    return switch (type) {
      case PNG ->
          bytes.length >= 24
              ? Optional.of(new ImageSize(big(bytes, 16, 4), big(bytes, 20, 4)))
              : Optional.empty();
      case GIF ->
          bytes.length >= 10
              ? Optional.of(new ImageSize(little(bytes, 6), little(bytes, 8)))
              : Optional.empty();
      case JPEG -> ofJpeg(bytes);
      case SVG, WEBP -> Optional.empty();
    };
  }

  /** Whether a picture of this size can be decoded without harm. */
  public boolean isShowable() {
    return width > 0 && height > 0 && width <= MAX_PIXELS && height <= MAX_PIXELS / width;
  }

  /** Goes from segment to segment until the one that begins a frame. */
  private static Optional<ImageSize> ofJpeg(byte[] bytes) {
    int at = 2;
    while (at + 9 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
      int marker = bytes[at + 1] & 0xff;
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return Optional.of(new ImageSize(big(bytes, at + 7, 2), big(bytes, at + 5, 2)));
      }
      at += marker == 0xff ? 1 : 2 + Math.max(2, (int) big(bytes, at + 2, 2));
    }
    return Optional.empty();
  }

  private static long big(byte[] bytes, int at, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }

  private static long little(byte[] bytes, int at) {
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }
}
