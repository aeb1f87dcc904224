package org.ontodraft.app.ui.explorer;

import java.util.Optional;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * What the explorer is narrowed to. All of it must hold; of the traits one is enough.
 *
 * @param text words of label or id, misspelt ones too; blank for any
 * @param traits what is to be said of an entity; none for anything
 * @param module the module that lists it
 * @param type its type
 */
record ExplorerFilter(
    String text, Set<Trait> traits, Optional<EntityKey> module, Optional<EntityType> type) {
  /** Everything. */
  static final ExplorerFilter NONE = ofText("");

  ExplorerFilter {
    traits = Set.copyOf(traits);
  }

  /** What can be said of an entity. */
  enum Trait {
    CHANGED,
    AFFECTED,
    FINDINGS
  }

  static ExplorerFilter ofText(String text) {
    return new ExplorerFilter(text, Set.of(), Optional.empty(), Optional.empty());
  }

  /** Whether it lets everything through. */
  boolean isNone() {
    return text.isBlank() && traits.isEmpty() && module.isEmpty() && type.isEmpty();
  }

  ExplorerFilter withText(String now) {
    return new ExplorerFilter(now, traits, module, type);
  }

  ExplorerFilter withTraits(Set<Trait> now) {
    return new ExplorerFilter(text, now, module, type);
  }

  ExplorerFilter withModule(Optional<EntityKey> now) {
    return new ExplorerFilter(text, traits, now, type);
  }

  ExplorerFilter withType(Optional<EntityType> now) {
    return new ExplorerFilter(text, traits, module, now);
  }
}
