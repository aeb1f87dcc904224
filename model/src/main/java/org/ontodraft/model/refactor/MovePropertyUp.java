package org.ontodraft.model.refactor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;

/**
 * Moves a property or subobject that a category lists to one of its ancestors. What was required is
 * required at the ancestor only if every child of the ancestor requires it and no resource is of
 * the ancestor itself; else it is optional there, and the category goes on requiring it.
 */
public record MovePropertyUp(EntityKey category, EntityKey item, EntityKey ancestor)
    implements Refactoring {
  @Override
  public RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas) {
    Optional<Refusal> refusal =
        CategoryItem.refusal(overlay, category, item)
            .or(() -> CategoryItem.unknown(overlay, ancestor));
    if (refusal.isPresent()) {
      return RefactoringOutcome.refused(refusal.get());
    }
    Hierarchy hierarchy = overlay.hierarchy();
    if (!hierarchy.ancestors(category).contains(ancestor) || ancestor.equals(category)) {
      return RefactoringOutcome.refused(
          Refusal.of(Reason.NOT_RELATED, category, ancestor.toString()));
    }
    ListedItem listed = new ListedItem(item);
    EntityDocument below = overlay.document(category);
    EntityDocument above = overlay.document(ancestor);
    boolean required = listed.isIn(below, true);
    boolean requiredAbove = required && isRequiredByAll(overlay, hierarchy);
    Map<EntityKey, Boolean> known = hierarchy.requirements(ancestor);
    Rework rework = new Rework(overlay);
    boolean inherited = known.containsKey(item) && (known.get(item) || !requiredAbove);
    if (!inherited) {
      rework.put(ancestor, listed.addedTo(listed.takenOutOf(above), requiredAbove));
    }
    boolean coveredAbove = !required || requiredAbove || Boolean.TRUE.equals(known.get(item));
    if (coveredAbove) {
      rework.put(category, listed.takenOutOf(below));
    }
    return rework.outcome(category);
  }

  private boolean isRequiredByAll(DraftOverlay overlay, Hierarchy hierarchy) {
    boolean ownResources =
        overlay.referencesTo(ancestor).stream()
            .map(EntityReference::source)
            .anyMatch(source -> source.type() == EntityType.RESOURCE);
    List<EntityKey> children = hierarchy.children(ancestor);
    return !ownResources
        && children.stream()
            .allMatch(child -> Boolean.TRUE.equals(hierarchy.requirements(child).get(item)));
  }
}
