package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.ui.control.Suggestion;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.JsonNode;

/**
 * What fields are part of: an entity of the draft, or one that is about to be created. FX thread.
 */
interface FieldOwner {
  /** Keeps the value of a field; null takes it out of the document. */
  void keep(String field, @Nullable JsonNode value, Reply reply);

  /** Gives a field back the value of the base. */
  void revert(String field, Reply reply);

  /** Calls back once typing has paused, unless the subscription is closed before. */
  Subscription afterPause(Runnable action);

  /** Looks for entities to offer; the newest question of an asker wins. */
  void suggest(
      String asker,
      EntityType target,
      String query,
      Set<String> without,
      Consumer<List<Suggestion>> answer);

  /** What is known of a text that stands for a key. */
  NamedItem describe(EntityType target, String text);

  /** Shows an entity. */
  void open(EntityKey key);
}
