package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.ui.control.Suggestion;
import org.ontodraft.app.ui.control.Suggestions;
import org.ontodraft.app.ui.control.code.CodeLanguage;
import org.ontodraft.app.ui.control.code.CodeSpan;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** What the fields of one form ask of the rest of the program. FX thread. */
final class EntityLookups {
  private final FormServices services;
  private final Optional<EntityKey> self;
  private final String asker = Integer.toHexString(System.identityHashCode(this));

  /**
   * For one form.
   *
   * @param self the entity of the form, which is not offered to itself
   */
  EntityLookups(FormServices services, Optional<EntityKey> self) {
    this.services = services;
    this.self = self;
  }

  /** Calls back once typing has paused, unless the subscription is closed before. */
  Subscription afterPause(Runnable action) {
    return services.pause().then(action);
  }

  /**
   * Looks for entities to offer; the newest question of a field wins.
   *
   * @param from the category whose resources alone are offered, if any
   */
  void suggest(
      String field,
      EntityType target,
      Optional<EntityKey> from,
      String query,
      Set<String> without,
      Consumer<List<Suggestion>> answer) {
    DraftOverlay overlay = services.workspace().effective().get();
    Set<String> others = new TreeSet<>(without);
    self.filter(key -> key.type() == target).ifPresent(key -> others.add(key.key()));
    services
        .tasks()
        .latest(
            "suggest:" + asker + ":" + field,
            BackgroundTask.of(
                    "suggest entities",
                    progress ->
                        from.map(category ->
                                Suggestions.ofCategory(overlay, category, query, others))
                            .orElseGet(() -> Suggestions.find(overlay, target, query, others)))
                .onSuccess(answer));
  }

  /** Works out the colours of a field's text; the newest text wins. */
  void colour(String field, CodeLanguage language, String text, Consumer<List<CodeSpan>> answer) {
    services
        .tasks()
        .latest(
            "colour:" + asker + ":" + field,
            BackgroundTask.of("colour text", progress -> language.spans(text)).onSuccess(answer));
  }

  /** What is known of a text that stands for a key. */
  NamedItem describe(EntityType target, String text) {
    return NamedItem.of(services.workspace().effective().get(), target, text);
  }

  /** Shows an entity. */
  void open(EntityKey key) {
    services.navigator().openEntity(key);
  }

  /** Asks for an entity that a field wants. */
  void create(EntityCreation.Wish wish) {
    services.creation().begin(wish);
  }
}
