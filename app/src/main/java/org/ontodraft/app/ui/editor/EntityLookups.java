package org.ontodraft.app.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.media.MediaImage;
import org.ontodraft.app.service.media.MediaImages;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.ui.control.Suggestion;
import org.ontodraft.app.ui.control.Suggestions;
import org.ontodraft.app.ui.control.code.CodeLanguage;
import org.ontodraft.app.ui.control.code.CodeSpan;
import org.ontodraft.app.ui.control.image.Picture;
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

  /** Looks for a place in the text of the form's entity; the newest question wins. */
  void place(RawEntity entity, String pointer, Consumer<TextPlace> answer) {
    services
        .tasks()
        .latest(
            "place:" + asker,
            BackgroundTask.of("place in text", progress -> TextPlace.of(entity, pointer))
                .onSuccess(answer));
  }

  /** What is known of a text that stands for a key. */
  NamedItem describe(EntityType target, String text) {
    return NamedItem.of(services.workspace().effective().get(), target, text);
  }

  /** Reads the images of the form's entity; the newest question wins. */
  void images(Consumer<List<ShownImage>> answer) {
    if (self.isEmpty()) {
      answer.accept(List.of());
      return;
    }
    DraftOverlay overlay = services.workspace().effective().get();
    MediaImages images = services.workspace().images();
    Optional<DraftSession> session = services.workspace().draft().get();
    EntityKey key = self.get();
    services
        .tasks()
        .latest(
            "images:" + asker,
            BackgroundTask.of(
                    "read images",
                    progress -> {
                      List<ShownImage> shown = new ArrayList<>();
                      for (MediaImage image : images.of(overlay, key)) {
                        progress.checkCancelled();
                        shown.add(new ShownImage(image, picture(images, session, image)));
                      }
                      return List.copyOf(shown);
                    })
                .onSuccess(answer));
  }

  private static Picture picture(
      MediaImages images, Optional<DraftSession> session, MediaImage image) {
    Outcome<byte[]> bytes =
        image.mine().isPresent() && session.isPresent()
            ? images.mine(session.get().id(), image)
            : images.before(image);
    return switch (bytes) {
      case Outcome.Done<byte[]>(byte[] read) -> Picture.of(image.name(), read);
      case Outcome.Refused<byte[]>(Refusal refusal) -> new Picture.NotShown(refusal);
    };
  }

  /** Asks for an image, or takes this one, and puts it beside those of the form's entity. */
  void addImage(Optional<Path> file) {
    services.navigator().addImage(self, file);
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
