package org.ontodraft.app.ui.editor;

import java.util.Optional;
import org.ontodraft.app.ui.control.Suggestions;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;

/**
 * What is known of a text that stands for an entity's key.
 *
 * @param text as it is written in the document
 * @param key the key it means, or empty when it cannot be one
 * @param label the entity's label, or the text itself
 */
public record NamedItem(String text, Optional<EntityKey> key, String label, Presence presence) {
  static NamedItem of(DraftOverlay overlay, EntityType target, String text) {
    if (EntityKey.problemWith(target, text).isPresent()) {
      return new NamedItem(text, Optional.empty(), text, Presence.MISSING);
    }
    EntityKey key = EntityKey.of(target, text);
    String label = overlay.find(key).map(EntitySummary::label).orElse(text);
    return new NamedItem(text, Optional.of(key), label, Presence.of(overlay, key));
  }

  /**
   * What is known of a value that names a resource of a category: by its key, by the last part of
   * it, or by its label, where a space counts as an underscore.
   */
  static NamedItem ofCategory(DraftOverlay overlay, EntityKey category, String text) {
    NamedItem byKey = of(overlay, EntityType.RESOURCE, text);
    if (byKey.presence() != Presence.MISSING) {
      return byKey;
    }
    String wanted = text.replace(' ', '_');
    return Suggestions.resourcesOf(overlay, category).stream()
        .flatMap(key -> overlay.find(key).stream())
        .filter(resource -> {
          String key = resource.key().key();
          return key.substring(key.lastIndexOf('/') + 1).equals(wanted)
              || resource.label().replace(' ', '_').equals(wanted);
        })
        .findFirst()
        .map(resource ->
            new NamedItem(
                text,
                Optional.of(resource.key()),
                resource.label(),
                Presence.of(overlay, resource.key())))
        .orElse(byKey);
  }
}
