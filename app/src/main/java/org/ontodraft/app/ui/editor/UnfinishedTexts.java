package org.ontodraft.app.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;

/**
 * Text that was typed and is no value of its field, such as half a JSON document, of panels that
 * were closed. It comes back when the entity is opened again. FX thread.
 */
final class UnfinishedTexts {
  private final Map<Place, String> texts = new HashMap<>();

  private final Map<EntityKey, List<String>> files = new HashMap<>();

  private record Place(EntityKey key, String field) {}

  void put(EntityKey key, String field, String text) {
    texts.put(new Place(key, field), text);
  }

  /** The text left for a field, once. */
  Optional<String> take(EntityKey key, String field) {
    return Optional.ofNullable(texts.remove(new Place(key, field)));
  }

  void putRaw(EntityKey key, List<String> texts) {
    files.put(key, List.copyOf(texts));
  }

  /** The texts left for an entity's files, once. */
  Optional<List<String>> takeRaw(EntityKey key) {
    return Optional.ofNullable(files.remove(key));
  }
}
