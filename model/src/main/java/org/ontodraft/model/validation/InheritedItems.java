package org.ontodraft.model.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Provenance;
import org.ontodraft.model.ontology.EntityReference;

/** What a category lists itself and inherits too. */
final class InheritedItems {
  private static final String OPTIONAL = "/optional_";
  private static final String REQUIRED = "/required_";

  private InheritedItems() {}

  /**
   * An item that a category lists itself.
   *
   * @param required whether the category lists it as required
   * @param inherited the nearest ancestor that lists it in a way that counts, or empty
   */
  record Listed(EntityReference reference, boolean required, Optional<Provenance> inherited) {}

  /** The items a category lists that it also inherits. */
  static Stream<Listed> of(EntityKey category, CheckedView view) {
    if (category.type() != EntityType.CATEGORY || view.targets(category, "/parents").isEmpty()) {
      return Stream.empty();
    }
    List<EntityReference> own =
        view.referencesFrom(category).stream().filter(InheritedItems::isItem).toList();
    if (own.isEmpty()) {
      return Stream.empty();
    }
    List<EffectiveItem> effective =
        Stream.concat(
                view.hierarchy().effectiveProperties(category).stream(),
                view.hierarchy().effectiveSubobjects(category).stream())
            .filter(item -> item.provenance().size() > 1)
            .toList();
    return own.stream().flatMap(reference -> listed(reference, effective).stream());
  }

  private static boolean isItem(EntityReference reference) {
    return reference.pointer().startsWith(REQUIRED) || reference.pointer().startsWith(OPTIONAL);
  }

  private static Optional<Listed> listed(EntityReference reference, List<EffectiveItem> effective) {
    boolean required = reference.pointer().startsWith(REQUIRED);
    return effective.stream()
        .filter(item -> item.item().equals(reference.target()))
        .findFirst()
        .map(item -> new Listed(reference, required, inherited(item)));
  }

  /** The nearest that requires it; otherwise the nearest that lists it. */
  private static Optional<Provenance> inherited(EffectiveItem item) {
    return item.provenance().stream()
        .filter(source -> source.depth() > 0)
        .min(
            Comparator.comparing((Provenance source) -> !source.required())
                .thenComparing(Provenance::depth)
                .thenComparing(Provenance::source));
  }
}
