package org.ontodraft.model.draft;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The inheritance before and after a draft's changes, worked out when it is first asked for. Most
 * edits leave the references of categories alone and share it with the overlay before them.
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

  /** That of a draft on the same base in which these categories make these references. */
  Inheritance with(OntologyView view, Map<EntityKey, List<EntityReference>> categories) {
    if (categories.equals(changed)) {
      return this;
    }
    Inheritance next =
        new Inheritance(base, categories.isEmpty() ? base : view, categories, before);
    // Whoever looks at this one will look at the next one, and must not wait for it on a screen.
    if (result.get() != null) {
      next.result();
    }
    return next;
  }

  InheritedEffects effects() {
    return changed.isEmpty() ? InheritedEffects.NONE : result().effects();
  }

  Hierarchy hierarchy() {
    return result().hierarchy();
  }

  /** Two threads may both work it out the first time; they get the same answer. */
  private Result result() {
    Result known = result.get();
    if (known == null) {
      known = compute();
      result.set(known);
    }
    return known;
  }

  private Result compute() {
    Hierarchy canonical = before.get();
    if (canonical == null) {
      canonical = Hierarchy.of(base);
      before.set(canonical);
    }
    if (changed.isEmpty()) {
      return new Result(canonical, InheritedEffects.NONE);
    }
    Hierarchy effective = Hierarchy.of(draft);
    return new Result(effective, InheritedEffects.of(canonical, effective, changed.keySet()));
  }
}
