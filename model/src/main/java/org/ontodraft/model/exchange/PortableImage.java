package org.ontodraft.model.exchange;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.media.ImageContent;

/**
 * An image that a draft adds, as a file says it.
 *
 * @param sha256 of the bytes
 * @param parts the bytes in Base64, cut into pieces that no reader of JSON minds
 */
public record PortableImage(String sha256, List<String> parts) {
  /** A multiple of three, so that the pieces' texts put together are the text of the whole. */
  private static final int PART_BYTES = 3 * 256 * 1024;

  public PortableImage {
    parts = List.copyOf(parts);
  }

  /** The image with these bytes. */
  public static PortableImage of(byte[] bytes) {
    List<String> parts = new ArrayList<>();
    String whole = Base64.getEncoder().encodeToString(bytes);
    int step = PART_BYTES / 3 * 4;
    for (int at = 0; at < whole.length(); at += step) {
      parts.add(whole.substring(at, Math.min(whole.length(), at + step)));
    }
    return new PortableImage(ImageContent.of(bytes).sha256(), parts);
  }

  /** The bytes, if the parts are those of an image with this hash that is not too large. */
  public Optional<byte[]> bytes() {
    try {
      byte[] bytes = Base64.getDecoder().decode(String.join("", parts));
      return Optional.of(bytes)
          .filter(read -> read.length <= ImageContent.MAX_BYTES)
          .filter(read -> ImageContent.of(read).sha256().equals(sha256));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
