package org.ontodraft.model.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.Ontology;

/**
 * The inheritance before and after a draft's changes. Most edits leave the references of categories
 * alone and share what was worked out for the overlay before them.
 */
final class Inheritance {
  private final Ontology base;
  private final AtomicReference<@Nullable Hierarchy> before;
  private final @Nullable Hierarchy after;
  private final Map<EntityKey, List<EntityReference>> changed;
  private final InheritedEffects effects;

  private Inheritance(
      Ontology base,
      AtomicReference<@Nullable Hierarchy> before,
      @Nullable Hierarchy after,
      Map<EntityKey, List<EntityReference>> changed,
      InheritedEffects effects) {
    this.base = base;
    this.before = before;
    this.after = after;
    this.changed = changed;
    this.effects = effects;
  }

  /** The base's own. */
  static Inheritance of(Ontology base) {
    return unchanged(base, new AtomicReference<>());
  }

  private static Inheritance unchanged(Ontology base, AtomicReference<@Nullable Hierarchy> before) {
    return new Inheritance(base, before, null, Map.of(), InheritedEffects.NONE);
  }

  /** That of a draft on the same base in which these categories make these references. */
  Inheritance with(DraftOverlay draft, Map<EntityKey, List<EntityReference>> categories) {
    if (categories.equals(changed)) {
      return this;
    }
    if (categories.isEmpty()) {
      return unchanged(base, before);
    }
    Hierarchy hierarchy = Hierarchy.of(draft);
    Set<EntityKey> keys = categories.keySet();
    InheritedEffects inherited = InheritedEffects.of(canonical(), hierarchy, keys);
    return new Inheritance(base, before, hierarchy, categories, inherited);
  }

  InheritedEffects effects() {
    return effects;
  }

  Hierarchy hierarchy() {
    return after == null ? canonical() : after;
  }

  /** Two threads may both compute it the first time; they get the same answer. */
  private Hierarchy canonical() {
    Hierarchy known = before.get();
    if (known == null) {
      known = Hierarchy.of(base);
      before.set(known);
    }
    return known;
  }
}
