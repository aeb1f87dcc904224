package org.ontodraft.model.refactor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;

/**
 * Moves a property or subobject that a category lists to descendants of it, required where it was
 * required. Descendants that are not chosen lose it; the effects of the preview name them.
 *
 * @param descendants the categories that get it; none for all children
 */
public record MovePropertyDown(EntityKey category, EntityKey item, List<EntityKey> descendants)
    implements Refactoring {
  public MovePropertyDown {
    descendants = List.copyOf(descendants);
  }

  @Override
  public RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas) {
    Optional<Refusal> refusal = CategoryItem.refusal(overlay, category, item);
    for (EntityKey descendant : descendants) {
      refusal = refusal.or(() -> CategoryItem.unknown(overlay, descendant));
    }
    if (refusal.isPresent()) {
      return RefactoringOutcome.refused(refusal.get());
    }
    Set<EntityKey> below = overlay.hierarchy().descendants(category);
    List<EntityKey> targets =
        descendants.isEmpty() ? overlay.hierarchy().children(category) : descendants;
    for (EntityKey target : targets) {
      if (!below.contains(target) || target.equals(category)) {
        return RefactoringOutcome.refused(
            Refusal.of(Reason.NOT_RELATED, category, target.toString()));
      }
    }
    if (targets.isEmpty()) {
      return RefactoringOutcome.refused(Refusal.of(Reason.NOTHING_TO_DO, category));
    }
    ListedItem listed = new ListedItem(item);
    EntityDocument document = overlay.document(category);
    boolean required = listed.isIn(document, true);
    Rework rework = new Rework(overlay);
    rework.put(category, listed.takenOutOf(document));
    for (EntityKey target : targets) {
      EntityDocument to = overlay.document(target);
      boolean requiredThere = required || listed.isIn(to, true);
      rework.put(target, listed.addedTo(withoutOther(listed, to, requiredThere), requiredThere));
    }
    return rework.outcome(category);
  }

  /** An item stands in one of the two lists. */
  private static EntityDocument withoutOther(
      ListedItem listed, EntityDocument category, boolean required) {
    return listed.isIn(category, !required) ? listed.takenOutOf(category) : category;
  }
}
