package org.ontodraft.app.ui.common;

import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;

/** A page of the window that can be gone to and come back to. */
public sealed interface Place {
  /** The same place once an entity has another key; itself where it is not about that entity. */
  default Place renamed(EntityKey from, EntityKey to) {
    return switch (this) {
      case Entity(EntityKey key) when key.equals(from) -> new Entity(to);
      case History(EntityKey key) when key.equals(from) -> new History(to);
      case Graph(EntityKey key) when key.equals(from) -> new Graph(to);
      default -> this;
    };
  }

  /** The entity it is about, if it is about one. */
  default Optional<EntityKey> entity() {
    return switch (this) {
      case Entity(EntityKey key) -> Optional.of(key);
      case History(EntityKey key) -> Optional.of(key);
      case Graph(EntityKey key) -> Optional.of(key);
      default -> Optional.empty();
    };
  }

  /** One entity, to read and edit. */
  record Entity(EntityKey key) implements Place {}

  /** What the draft changes. */
  record Review() implements Place {}

  /** All drafts of the workspace. */
  record Drafts() implements Place {}

  /** What was done in the draft, step by step. */
  record Steps() implements Place {}

  /** The way to a pull request. */
  record Submit() implements Place {}

  /** What moving the draft to the newest version would do. */
  record Rebase() implements Place {}

  /** Any two versions or drafts beside each other. */
  record Compare() implements Place {}

  /** Who changed an entity, and when. */
  record History(EntityKey key) implements Place {}

  /** What works in the background. */
  record Activity() implements Place {}

  /** What an entity is linked with, as a picture. */
  record Graph(EntityKey key) implements Place {}
}
