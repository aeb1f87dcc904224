package org.ontodraft.model.refactor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;

/** Moves an entity from the list of one module to that of another. Its own file stays as it is. */
public record MoveBetweenModules(EntityKey entity, EntityKey from, EntityKey to)
    implements Refactoring {
  private static final List<FieldSpec> LISTS =
      EntityFields.of(EntityType.MODULE).stream()
          .filter(field -> field.target() != null && field.target() != EntityType.MODULE)
          .toList();

  @Override
  public RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas) {
    Optional<FieldSpec> list =
        LISTS.stream().filter(field -> field.target() == entity.type()).findFirst();
    if (list.isEmpty()) {
      String[] types =
          Stream.of(EntityType.values())
              .filter(type -> LISTS.stream().anyMatch(field -> field.target() == type))
              .map(EntityType::id)
              .toArray(String[]::new);
      return RefactoringOutcome.refused(Refusal.of(Reason.WRONG_TYPE, entity, types));
    }
    for (EntityKey module : List.of(from, to)) {
      if (module.type() != EntityType.MODULE) {
        return RefactoringOutcome.refused(
            Refusal.of(Reason.WRONG_TYPE, module, EntityType.MODULE.id()));
      }
    }
    for (EntityKey key : List.of(entity, from, to)) {
      if (!overlay.exists(key)) {
        return RefactoringOutcome.refused(Refusal.of(Reason.UNKNOWN_ENTITY, key));
      }
    }
    if (from.equals(to)) {
      return RefactoringOutcome.refused(Refusal.of(Reason.NOTHING_TO_DO, entity));
    }
    String field = list.get().name();
    EntityDocument source = overlay.document(from);
    if (!source.texts(field).contains(entity.key())) {
      return RefactoringOutcome.refused(Refusal.of(Reason.NOT_LISTED, from, entity.toString()));
    }
    Rework rework = new Rework(overlay);
    rework.put(from, ListedItem.without(EntityType.MODULE, source, field, entity.key()));
    rework.put(to, ListedItem.added(EntityType.MODULE, overlay.document(to), field, entity.key()));
    return rework.outcome(entity);
  }
}
