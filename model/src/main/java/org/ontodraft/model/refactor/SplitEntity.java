package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.refactor.Refusal.Reason;
import org.ontodraft.model.schema.RepositorySchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes chosen properties and subobjects out of a category into a new one. Modules that list the
 * category list the new one too.
 *
 * @param name the key of the new category
 * @param label its label and {@code description} its description
 * @param items what goes there, with the force it has
 */
public record SplitEntity(
    EntityKey category,
    String name,
    String label,
    String description,
    List<EntityKey> items,
    Place place)
    implements Refactoring {
  public SplitEntity {
    items = List.copyOf(items);
  }

  /** Where the new category stands. */
  public enum Place {
    /** Between the category and its parents: nobody loses anything. */
    PARENT,
    /** Beside the category, below the same parents: the category loses what goes. */
    SIBLING
  }

  @Override
  public RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas) {
    Optional<Refusal> refusal = CategoryItem.unknown(overlay, category);
    for (EntityKey item : items) {
      refusal = refusal.or(() -> CategoryItem.refusal(overlay, category, item));
    }
    if (refusal.isPresent()) {
      return RefactoringOutcome.refused(refusal.get());
    }
    List<Refusal> refusals = new ArrayList<>(NewKey.refusals(category, name, null, overlay));
    if (items.isEmpty()) {
      refusals.add(Refusal.of(Reason.NOTHING_TO_DO, category));
    }
    if (!refusals.isEmpty()) {
      return new RefactoringOutcome.Refused(refusals);
    }
    EntityKey key = EntityKey.of(EntityType.CATEGORY, name);
    EntityDocument document = overlay.document(category);
    EntityDocument fresh = fresh(key, document);
    EntityDocument left = document;
    for (EntityKey item : items) {
      ListedItem listed = new ListedItem(item);
      fresh = listed.addedTo(fresh, listed.isIn(document, true));
      left = listed.takenOutOf(left);
    }
    List<Refusal> bySchema = NewKey.againstSchema(key, fresh, overlay, schemas);
    if (!bySchema.isEmpty()) {
      return new RefactoringOutcome.Refused(bySchema);
    }
    if (place == Place.PARENT) {
      left =
          left.with(
              EntityType.CATEGORY, "parents", JsonNodeFactory.instance.arrayNode().add(key.key()));
    }
    Rework rework = new Rework(overlay);
    rework.put(key, fresh);
    rework.put(category, left);
    list(rework, overlay, key);
    return rework.outcome(category);
  }

  private EntityDocument fresh(EntityKey key, EntityDocument document) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", RepositoryLayout.idOf(key))
            .put("label", label)
            .put("description", description);
    JsonNode parents = document.get("parents");
    if (parents != null) {
      json.set("parents", parents);
    }
    return EntityDocument.of(json);
  }

  private void list(Rework rework, DraftOverlay overlay, EntityKey key) {
    overlay.referencesTo(category).stream()
        .map(EntityReference::source)
        .filter(source -> source.type() == EntityType.MODULE)
        .distinct()
        .forEach(module ->
            rework.put(
                module,
                ListedItem.added(
                    EntityType.MODULE, overlay.document(module), "categories", key.key())));
  }
}
