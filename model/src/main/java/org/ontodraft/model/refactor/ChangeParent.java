package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Puts a category below another parent. The new parent stands in the place of the old one in the
 * list, so that the order of the others stays.
 *
 * @param from the parent it leaves; null to add one
 * @param to the parent it gets; null to leave the old one only
 */
public record ChangeParent(EntityKey category, @Nullable EntityKey from, @Nullable EntityKey to)
    implements Refactoring {
  private static final String PARENTS = "parents";

  @Override
  public RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas) {
    Optional<Refusal> refusal =
        CategoryItem.unknown(overlay, category)
            .or(() -> to == null ? Optional.empty() : CategoryItem.unknown(overlay, to));
    if (refusal.isPresent()) {
      return RefactoringOutcome.refused(refusal.get());
    }
    EntityDocument document = overlay.document(category);
    if (from != null && !document.texts(PARENTS).contains(from.key())) {
      return RefactoringOutcome.refused(Refusal.of(Reason.NOT_RELATED, category, from.toString()));
    }
    Rework rework = new Rework(overlay);
    rework.put(category, document.with(EntityType.CATEGORY, PARENTS, parents(document)));
    return rework.outcome(category);
  }

  private @Nullable ArrayNode parents(EntityDocument document) {
    JsonNode present = document.get(PARENTS);
    List<JsonNode> parents = new ArrayList<>();
    if (present != null) {
      parents.addAll(present.isArray() ? present.values() : List.of(present));
    }
    int at = from == null ? -1 : indexOf(parents, from);
    if (at >= 0) {
      parents.remove(at);
    }
    if (to != null && indexOf(parents, to) < 0) {
      parents.add(at < 0 ? parents.size() : at, JsonNodeFactory.instance.stringNode(to.key()));
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    parents.forEach(list::add);
    return parents.isEmpty() && present == null ? null : list;
  }

  private static int indexOf(List<JsonNode> parents, EntityKey category) {
    for (int at = 0; at < parents.size(); at++) {
      JsonNode parent = parents.get(at);
      if (parent.isString() && parent.stringValue().equals(category.key())) {
        return at;
      }
    }
    return -1;
  }
}
