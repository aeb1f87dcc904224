package org.ontodraft.model.media;

import java.util.Optional;
import java.util.UUID;

/**
 * Port to where the bytes of a draft's images are kept. They are kept as long as the draft, also
 * those that were taken back, for they can be brought again. Blocking; not for the FX thread.
 */
public interface ImageStore {
  /**
   * Keeps these bytes with a draft; they are on disk when it returns. Keeping them twice is the
   * same as once.
   *
   * @throws java.io.UncheckedIOException when they are not on disk; then they are not kept
   */
  ImageContent keep(UUID draft, byte[] bytes);

  /** The bytes, or empty when nobody has them any more or they are not what they were. */
  Optional<byte[]> read(UUID draft, String sha256);
}
