package org.ontodraft.model.refactor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.media.DraftImage;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;
import tools.jackson.databind.JsonNode;

/**
 * Gives an entity another key, and writes it wherever the entity is named. Its file follows the key
 * and {@code id} does; the label stays. Of a medium its image files follow as well, and the texts
 * that show them.
 *
 * @param name the new key, of the same type
 * @param images a medium's image files under their new names; of other entities none
 */
public record Rename(EntityKey entity, String name, List<DraftImage> images)
    implements Refactoring {
  public Rename {
    images = List.copyOf(images);
  }

  /** Renames what has no image files. */
  public Rename(EntityKey entity, String name) {
    this(entity, name, List.of());
  }

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
    if (name.equals(entity.key())) {
      return RefactoringOutcome.refused(Refusal.of(Reason.NOTHING_TO_DO, entity));
    }
    List<Refusal> refusals = NewKey.refusals(entity, name, entity, overlay);
    if (!refusals.isEmpty()) {
      return new RefactoringOutcome.Refused(refusals);
    }
    EntityKey to = EntityKey.of(entity.type(), name);
    EntityDocument named = withImages(NewKey.named(to, document));
    List<Refusal> bySchema = NewKey.againstSchema(to, named, overlay, schemas);
    if (!bySchema.isEmpty()) {
      return new RefactoringOutcome.Refused(bySchema);
    }
    Rework rework = new Rework(overlay);
    rework.rename(entity, to, named);
    rework.rewrite(entity, ReferenceRewrite.replacing(entity, to), Set.of(entity));
    return rework.outcome(entity);
  }

  private EntityDocument withImages(EntityDocument document) {
    if (entity.type() != EntityType.MEDIA) {
      return document;
    }
    @Nullable JsonNode all = null;
    for (DraftImage image : images) {
      all = image.in(all);
    }
    return document.with(EntityType.MEDIA, EntityFields.IMAGES_MEMBER, all);
  }
}
