package org.ontodraft.model.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;

/**
 * The last few answers about entities, for rules that ask the same one after another. Thread-safe.
 */
final class Recent<V> {
  private static final float LOAD = 0.75f;

  private final Map<EntityKey, V> answers;

  Recent(int most) {
    this.answers =
        new LinkedHashMap<>(most, LOAD, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<EntityKey, V> eldest) {
            return size() > most;
          }
        };
  }

  V get(EntityKey key, Function<EntityKey, V> source) {
    @Nullable V known;
    synchronized (answers) {
      known = answers.get(key);
    }
    if (known != null) {
      return known;
    }
    V answer = source.apply(key);
    synchronized (answers) {
      answers.put(key, answer);
    }
    return answer;
  }
}
