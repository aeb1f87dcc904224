package org.ontodraft.model.validation;

import java.util.List;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.Provenance;

/**
 * {@code loosened-item} (warning): a category lists as optional what an ancestor requires, and it
 * stays required all the same. Arguments: the item, the ancestor.
 */
public final class LoosenedItemRule implements Rule {
  private static final String CODE = "loosened-item";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public boolean isAbout(EntityType type) {
    return type == EntityType.CATEGORY;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    return InheritedItems.of(entity, view)
        .filter(
            item -> !item.required() && item.inherited().filter(Provenance::required).isPresent())
        .map(item ->
            new Finding(
                Severity.WARNING,
                CODE,
                entity,
                ItemPlace.of(item.reference()),
                List.of(
                    item.reference().target().key(),
                    item.inherited().orElseThrow().source().key())))
        .toList();
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    if (changed.type() == EntityType.CATEGORY) {
      step.category(changed).listing().forEach(reached);
    }
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    return List.of(
        new QuickFix.RemoveItem(
            finding.key(), ItemPlace.field(finding.pointer()), finding.arguments().getFirst()));
  }
}
