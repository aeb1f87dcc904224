package org.ontodraft.model.refactor;

import java.util.Set;
import java.util.TreeSet;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.References;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;

/**
 * Deletes an entity and takes every reference to it out. Where the entity that makes a reference
 * cannot do without (the only category of a resource, the last module of a bundle), the reference
 * stays and is named as {@link Leftover.Reference}.
 */
public record DeleteWithDependents(EntityKey entity) implements Refactoring {
  @Override
  public RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas) {
    if (!overlay.exists(entity)) {
      return RefactoringOutcome.refused(Refusal.of(Reason.UNKNOWN_ENTITY, entity));
    }
    Rework rework = new Rework(overlay);
    rework.delete(entity);
    Set<EntityKey> untouched = new TreeSet<>(Set.of(entity));
    for (EntityReference reference : overlay.referencesTo(entity)) {
      EntityKey source = reference.source();
      if (!source.equals(entity) && isNeeded(source, overlay)) {
        untouched.add(source);
        rework.leave(new Leftover.Reference(reference));
      }
    }
    rework.rewrite(entity, ReferenceRewrite.removing(entity), untouched);
    return rework.outcome(entity);
  }

  private boolean isNeeded(EntityKey source, DraftOverlay overlay) {
    EntityDocument document = overlay.effectiveDocument(source);
    if (document == null) {
      return false;
    }
    boolean onlyCategory =
        source.type() == EntityType.RESOURCE && entity.type() == EntityType.CATEGORY;
    boolean onlyModule = source.type() == EntityType.BUNDLE && entity.type() == EntityType.MODULE;
    return (onlyCategory || onlyModule)
        && References.of(source, document).stream()
            .map(EntityReference::target)
            .filter(target -> target.type() == entity.type())
            .allMatch(entity::equals);
  }
}
