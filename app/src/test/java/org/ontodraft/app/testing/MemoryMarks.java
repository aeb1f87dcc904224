package org.ontodraft.app.testing;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ontodraft.model.draft.ReviewMarks;
import org.ontodraft.model.entity.EntityKey;

/** Marks of what was reviewed, without a database. */
final class MemoryMarks implements ReviewMarks {
  private final Map<UUID, Map<EntityKey, String>> marks = new ConcurrentHashMap<>();

  @Override
  public Map<EntityKey, String> of(UUID draft) {
    return Map.copyOf(marks.getOrDefault(draft, Map.of()));
  }

  @Override
  public boolean mark(UUID draft, EntityKey key, String sha256) {
    marks.computeIfAbsent(draft, id -> new ConcurrentHashMap<>()).put(key, sha256);
    return true;
  }

  @Override
  public void unmark(UUID draft, EntityKey key) {
    marks.computeIfAbsent(draft, id -> new ConcurrentHashMap<>()).remove(key);
  }
}
