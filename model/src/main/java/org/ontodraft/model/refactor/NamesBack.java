package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.References;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.patch.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Renames that are taken back: what was called by the new key is called by the old one again. */
final class NamesBack {
  private static final String ID = "id";

  /** From the new key to the old one, the last rename first. */
  private final List<DraftIntent.Rename> renames = new ArrayList<>();

  /** Takes back one more rename, made after the others. */
  void add(EntityKey from, EntityKey to) {
    renames.addFirst(new DraftIntent.Rename(to, from));
  }

  boolean isEmpty() {
    return renames.isEmpty();
  }

  List<DraftIntent.Rename> renames() {
    return List.copyOf(renames);
  }

  /** The key of what has this one. */
  EntityKey of(EntityKey key) {
    EntityKey now = key;
    for (DraftIntent.Rename back : renames) {
      now = now.equals(back.from()) ? back.to() : now;
    }
    return now;
  }

  /** A document with the old keys in the place of the new ones. */
  @Nullable EntityDocument in(EntityKey key, @Nullable EntityDocument document) {
    if (document == null) {
      return null;
    }
    EntityKey now = key;
    EntityDocument written = document;
    for (DraftIntent.Rename back : renames) {
      written = ReferenceRewrite.replacing(back.from(), back.to()).of(key.type(), written);
      if (now.equals(back.from())) {
        JsonNode id = written.get(ID);
        if (id != null && id.asString("").equals(RepositoryLayout.idOf(now))) {
          written = NewKey.named(back.to(), written);
        }
        now = back.to();
      }
    }
    return written;
  }

  /** The entities that name one by its new key. */
  Set<EntityKey> sources(DraftOverlay view) {
    return renames.stream()
        .flatMap(back -> view.referencesTo(back.from()).stream())
        .map(EntityReference::source)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Whether a later step needs the renames: it renames the same entity again, or does something to
   * the old key or names it, which is then another entity's.
   */
  boolean isContradictedBy(DraftStep step) {
    for (DraftIntent.Rename back : renames) {
      boolean renamed =
          step.intents().stream()
              .flatMap(intent -> intent.entities().stream())
              .anyMatch(key -> key.equals(back.from()) || key.equals(back.to()));
      if (renamed || step.edits().stream().anyMatch(edit -> speaksOf(edit, back.to()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean speaksOf(DraftEdit edit, EntityKey target) {
    if (edit.key().equals(target)) {
      return true;
    }
    for (JsonNode operation : edit.forward().toTree()) {
      JsonNode value = operation.get("value");
      List<String> tokens = JsonPointer.parse(operation.path("path").asString("")).tokens();
      boolean names =
          value != null
              && wrapped(tokens, value) instanceof ObjectNode document
              && References.of(edit.key(), EntityDocument.of(document)).stream()
                  .anyMatch(reference -> reference.target().equals(target));
      if (names) {
        return true;
      }
    }
    return false;
  }

  /** A document that has nothing but this value at this place. */
  private static JsonNode wrapped(List<String> tokens, JsonNode value) {
    JsonNode wrapped = value;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      String token = tokens.get(i);
      boolean item = i > 0 && (token.equals("-") || token.chars().allMatch(Character::isDigit));
      wrapped =
          item
              ? JsonNodeFactory.instance.arrayNode().add(wrapped)
              : JsonNodeFactory.instance.objectNode().set(token, wrapped);
    }
    return wrapped;
  }
}
