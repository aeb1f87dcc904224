package org.ontodraft.app.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ontodraft.model.media.ImageContent;
import org.ontodraft.model.media.ImageStore;

/** Images kept in memory, by content. */
public final class MemoryImages implements ImageStore {
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public ImageContent keep(UUID draft, byte[] bytes) {
    ImageContent content = ImageContent.of(bytes);
    kept.put(content.sha256(), bytes.clone());
    return content;
  }

  @Override
  public Optional<byte[]> read(UUID draft, String sha256) {
    return Optional.ofNullable(kept.get(sha256)).map(byte[]::clone);
  }
}
