package org.ontodraft.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.validation.AllowedValueRule;
import org.ontodraft.model.validation.CardinalityRule;
import org.ontodraft.model.validation.CategoryValueRule;
import org.ontodraft.model.validation.CheckedView;
import org.ontodraft.model.validation.DatatypeRule;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.IdMismatchRule;
import org.ontodraft.model.validation.MissingReferenceRule;
import org.ontodraft.model.validation.PatternRule;
import org.ontodraft.model.validation.RequiredValueRule;
import org.ontodraft.model.validation.Rule;
import org.ontodraft.model.validation.UniqueValueRule;
import org.ontodraft.model.validation.UnknownPropertyRule;

/** Asks the rules about values and references whether an entity is valid before and after. */
final class Trial {
  private static final List<Rule> RULES =
      List.of(
          new IdMismatchRule(),
          new MissingReferenceRule(),
          new RequiredValueRule(),
          new UnknownPropertyRule(),
          new CardinalityRule(),
          new DatatypeRule(),
          new AllowedValueRule(),
          new PatternRule(),
          new CategoryValueRule(),
          new UniqueValueRule());

  private final OntologyDiff diff;
  private final Hierarchy hierarchyBefore;
  private final Hierarchy hierarchyAfter;
  private final CheckedView before;
  private final CheckedView after;

  Trial(OntologyDiff diff, Hierarchy hierarchyBefore, Hierarchy hierarchyAfter) {
    this.diff = diff;
    this.hierarchyBefore = hierarchyBefore;
    this.hierarchyAfter = hierarchyAfter;
    this.before =
        CheckedView.of(new Hypothetical(diff.base(), Map.of()), () -> hierarchyBefore, Set.of());
    this.after =
        CheckedView.of(new Hypothetical(diff.mine(), Map.of()), () -> hierarchyAfter, Set.of());
  }

  /** What the rules say of an entity of the base with these made-up ones. */
  List<Finding> before(EntityKey entity, Map<EntityKey, EntityDocument> madeUp) {
    return check(
        entity,
        madeUp.isEmpty()
            ? before
            : before.with(
                new Hypothetical(diff.base(), madeUp),
                () -> hierarchyBefore,
                madeUp.keySet(),
                Set.of()));
  }

  /** What the rules say of it after the change. */
  List<Finding> after(EntityKey entity, Map<EntityKey, EntityDocument> madeUp) {
    return check(
        entity,
        madeUp.isEmpty()
            ? after
            : after.with(
                new Hypothetical(diff.mine(), madeUp),
                () -> hierarchyAfter,
                madeUp.keySet(),
                Set.of()));
  }

  private static List<Finding> check(EntityKey entity, CheckedView view) {
    List<Finding> findings = new ArrayList<>();
    if (view.exists(entity)) {
      RULES.forEach(rule -> findings.addAll(rule.check(entity, view)));
    }
    return findings;
  }

  /** An entity of both sides as the witness, if it was valid and such a finding is new. */
  Optional<Witness> real(EntityKey entity, Predicate<Finding> relevant) {
    if (!diff.base().exists(entity)
        || !diff.mine().exists(entity)
        || !before(entity, Map.of()).isEmpty()) {
      return Optional.empty();
    }
    List<Finding> findings = after(entity, Map.of()).stream().filter(relevant).toList();
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Witness.Invalidated(
                entity, diff.base().document(entity), new TreeMap<>(), findings));
  }

  /** The first of some made-up entities as the witness. */
  Optional<Witness> madeUp(
      EntityKey entity, Map<EntityKey, EntityDocument> madeUp, Predicate<Finding> relevant) {
    EntityDocument document = madeUp.get(entity);
    if (document == null || !before(entity, madeUp).isEmpty()) {
      return Optional.empty();
    }
    List<Finding> findings = after(entity, madeUp).stream().filter(relevant).toList();
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Witness.Invalidated(entity, document, new TreeMap<>(madeUp), findings));
  }
}
