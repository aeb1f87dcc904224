package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * A rule about one entity of an ontology. Pure: what it says depends on the view alone, so it says
 * the same whether everything is checked or only what an edit reaches. Rules keep nothing.
 */
public interface Rule {
  /** The names that its findings have, in kebab case. */
  List<String> codes();

  /** Whether the rule may say anything about entities of a type. */
  default boolean isAbout(EntityType type) {
    return true;
  }

  /** What the rule says about an entity that exists; nothing when it holds. */
  default List<Finding> check(EntityKey entity, CheckedView view) {
    return isAbout(entity.type()) ? findings(entity, view) : List.of();
  }

  /** {@link #check} of an entity the rule is about. */
  List<Finding> findings(EntityKey entity, CheckedView view);

  /**
   * Names the entities about which the rule may say something else in the one view than in the
   * other, because of this entity: at least those, and few more. The entity itself is always
   * checked.
   *
   * @param changed an entity that differs between the views of the step, or is in only one of them
   */
  default void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {}

  /**
   * Names those that it may say something else of because of the step as a whole, in the same way.
   */
  default void reach(Step step, Consumer<EntityKey> reached) {}

  /** Whether what the rule says of an entity may hang on its own label or description. */
  default boolean readsProse() {
    return false;
  }

  /** Ways out of a finding of this rule, the best first. */
  default List<QuickFix> fixes(Finding finding, CheckedView view) {
    return List.of();
  }

  /**
   * Which findings of a draft the draft has brought. These are the ones its base did not have,
   * wherever in a list they stood there.
   *
   * @param base what the rule says of the same entity at the base
   */
  default List<Finding> introduced(
      List<Finding> findings, List<Finding> base, CheckedView baseView, CheckedView view) {
    return Finding.without(findings, base);
  }

  /** The rules every ontology is held to, whatever its repository's schemas say. */
  static List<Rule> all() {
    List<Rule> rules =
        new ArrayList<>(
            List.of(
                new IdMismatchRule(),
                new InvalidKeyRule(),
                new DuplicateItemRule(),
                new RequiredAndOptionalRule(),
                new MissingReferenceRule(),
                new RedundantParentRule(),
                new RedundantItemRule(),
                new LoosenedItemRule(),
                new PropertyConstraintsRule(),
                new PatternSyntaxRule(),
                new RequiredValueRule(),
                new UnknownPropertyRule(),
                new CardinalityRule(),
                new DatatypeRule(),
                new AllowedValueRule(),
                new PatternRule(),
                new CategoryValueRule(),
                new UniqueValueRule(),
                new DuplicateLabelRule(),
                new LookAlikeKeyRule(),
                new OrphanRule(),
                new IncompleteModuleRule(),
                new IncompleteBundleRule()));
    rules.add(new CycleRule("inheritance-cycle", EntityType.CATEGORY, "/parents"));
    rules.add(new CycleRule("property-cycle", EntityType.PROPERTY, "/parent_property"));
    rules.add(new CycleRule("dependency-cycle", EntityType.MODULE, "/dependencies"));
    return List.copyOf(rules);
  }
}
