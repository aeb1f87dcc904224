package org.ontodraft.model.refactor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;

/**
 * Gives an entity another key, and writes it wherever the entity is named. Its file follows the key
 * and {@code id} does; the label stays.
 *
 * @param name the new key, of the same type
 */
public record Rename(EntityKey entity, String name) implements Refactoring {
  /** The key the entity gets; empty when the name can be none. */
  public Optional<EntityKey> renamed() {
    return EntityKey.problemWith(entity.type(), name).isEmpty()
        ? Optional.of(EntityKey.of(entity.type(), name))
        : Optional.empty();
  }

  /** What a rebase has to know of it, to be kept with the draft; empty when the name is no key. */
  public Optional<DraftIntent> intent() {
    return renamed().map(to -> new DraftIntent.Rename(entity, to));
  }

  @Override
  public RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas) {
    EntityDocument document = overlay.effectiveDocument(entity);
    if (document == null) {
      return RefactoringOutcome.refused(Refusal.of(Reason.UNKNOWN_ENTITY, entity));
    }
    if (entity.type() == EntityType.MEDIA) {
      // Texts that show the image name its file, which would have to move as well.
      String[] others =
          Stream.of(EntityType.values())
              .filter(type -> type != EntityType.MEDIA)
              .map(EntityType::id)
              .toArray(String[]::new);
      return RefactoringOutcome.refused(Refusal.of(Reason.WRONG_TYPE, entity, others));
    }
    if (name.equals(entity.key())) {
      return RefactoringOutcome.refused(Refusal.of(Reason.NOTHING_TO_DO, entity));
    }
    List<Refusal> refusals = NewKey.refusals(entity, name, entity, overlay);
    if (!refusals.isEmpty()) {
      return new RefactoringOutcome.Refused(refusals);
    }
    EntityKey to = EntityKey.of(entity.type(), name);
    EntityDocument named = NewKey.named(to, document);
    List<Refusal> bySchema = NewKey.againstSchema(to, named, overlay, schemas);
    if (!bySchema.isEmpty()) {
      return new RefactoringOutcome.Refused(bySchema);
    }
    Rework rework = new Rework(overlay);
    rework.rename(entity, to, named);
    rework.rewrite(entity, ReferenceRewrite.replacing(entity, to), Set.of(entity));
    return rework.outcome(entity);
  }
}
