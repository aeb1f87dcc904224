package org.ontodraft.model.draft;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.hierarchy.InheritedEffects;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The inheritance before and after a draft's changes, worked out when it is first asked for. Most
 * edits leave the references of categories alone and share it with the overlay before them; the
 * others work out what they reach.
 */
final class Inheritance {
  private final OntologyView base;
  private final OntologyView draft;
  private final Map<EntityKey, List<EntityReference>> changed;
  private final AtomicReference<@Nullable Hierarchy> before;
  private final AtomicReference<@Nullable Result> result = new AtomicReference<>();

  private Inheritance(
      OntologyView base,
      OntologyView draft,
      Map<EntityKey, List<EntityReference>> changed,
      AtomicReference<@Nullable Hierarchy> before) {
    this.base = base;
    this.draft = draft;
    this.changed = changed;
    this.before = before;
  }

  private record Result(Hierarchy hierarchy, InheritedEffects effects) {}

  /** The base's own. */
  static Inheritance of(OntologyView base) {
    return new Inheritance(base, base, Map.of(), new AtomicReference<>());
  }

  /**
   * Another version's own.
   *
   * @param differing the entities in which it differs from this one's base
   */
  Inheritance onto(OntologyView version, Collection<EntityKey> differing) {
    return new Inheritance(
        version,
        version,
        Map.of(),
        new AtomicReference<>(baseHierarchy().with(version, differing)));
  }

  /** That of a draft on the same base in which these categories make these references. */
  Inheritance with(OntologyView view, Map<EntityKey, List<EntityReference>> categories) {
    return categories.equals(changed)
        ? this
        : new Inheritance(base, categories.isEmpty() ? base : view, categories, before);
  }

  /**
   * That of a draft in which one more category makes other references than at the base.
   *
   * @param references null when it makes those of the base again
   */
  Inheritance with(
      OntologyView view, EntityKey category, @Nullable List<EntityReference> references) {
    if (Objects.equals(references, changed.get(category))) {
      return this;
    }
    Map<EntityKey, List<EntityReference>> categories = new HashMap<>(changed);
    if (references == null) {
      categories.remove(category);
    } else {
      categories.put(category, references);
    }
    Inheritance next = with(view, categories);
    Result known = result.get();
    // Whoever looks at this one will look at the next one, and must not wait for it on a screen.
    if (known != null) {
      next.result.set(next.after(known, Set.of(category)));
    }
    return next;
  }

  InheritedEffects effects() {
    return changed.isEmpty() ? InheritedEffects.NONE : result().effects();
  }

  Hierarchy hierarchy() {
    return result().hierarchy();
  }

  /** The categories' inheritance at the base. */
  Hierarchy baseHierarchy() {
    Hierarchy known = before.get();
    if (known == null) {
      known = Hierarchy.of(base);
      before.set(known);
    }
    return known;
  }

  /** Two threads may both work it out the first time; they get the same answer. */
  private Result result() {
    Result known = result.get();
    if (known == null) {
      known = after(new Result(baseHierarchy(), InheritedEffects.NONE), changed.keySet());
      result.set(known);
    }
    return known;
  }

  private Result after(Result known, Set<EntityKey> touched) {
    Hierarchy hierarchy = known.hierarchy().with(draft, touched);
    InheritedEffects effects =
        changed.isEmpty()
            ? InheritedEffects.NONE
            : known.effects().with(baseHierarchy(), hierarchy, changed.keySet(), touched);
    return new Result(hierarchy, effects);
  }
}
