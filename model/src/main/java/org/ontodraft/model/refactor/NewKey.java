package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityKey.KeyProblem;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.format.PathFolding;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;

/** Whether a name may be the key of an entity that is not there yet. */
final class NewKey {
  private NewKey() {}

  /**
   * What stands in the way of the name.
   *
   * @param instead the entity that the new one takes the place of, whose file is no obstacle; or
   *     null
   */
  static List<Refusal> refusals(
      EntityKey subject, String name, @Nullable EntityKey instead, DraftOverlay overlay) {
    Optional<KeyProblem> problem = EntityKey.problemWith(subject.type(), name);
    if (problem.isPresent()) {
      return List.of(Refusal.of(Reason.KEY_INVALID, subject, name, problem.get().name()));
    }
    EntityKey key = EntityKey.of(subject.type(), name);
    if (overlay.exists(key)) {
      return List.of(Refusal.of(Reason.KEY_TAKEN, key));
    }
    String path = fold(RepositoryLayout.pathOf(key));
    for (EntitySummary other : overlay.entities(key.type())) {
      boolean obstacle = !other.key().equals(instead) && !other.key().equals(key);
      if (obstacle
          && overlay.exists(other.key())
          && fold(RepositoryLayout.pathOf(other.key())).equals(path)) {
        return List.of(Refusal.of(Reason.KEY_LOOKS_ALIKE, other.key()));
      }
    }
    return List.of();
  }

  private static String fold(String path) {
    return PathFolding.fold(path);
  }

  /** What the schema says of the id of a new document. */
  static List<Refusal> againstSchema(
      EntityKey key, EntityDocument document, DraftOverlay overlay, RepositorySchemas schemas) {
    EntityDocument settled = FileFormat.of(overlay, key).settle(key, document);
    List<Refusal> refusals = new ArrayList<>();
    for (Finding finding : schemas.check(key, settled)) {
      if (Objects.equals(finding.pointer(), "/id")) {
        refusals.add(Refusal.of(Reason.KEY_AGAINST_SCHEMA, key, key.key(), finding.rule()));
      }
    }
    return refusals;
  }

  /** The document under another key, which {@code id} says too. */
  static EntityDocument named(EntityKey key, EntityDocument document) {
    return document.with(key.type(), "id", document.json().stringNode(RepositoryLayout.idOf(key)));
  }
}
