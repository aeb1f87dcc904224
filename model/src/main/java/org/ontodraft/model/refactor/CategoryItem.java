package org.ontodraft.model.refactor;

import java.util.Optional;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.Refusal.Reason;

/** What has to be so before an item of a category can be moved. */
final class CategoryItem {
  private CategoryItem() {}

  /** Why the category has no such item to move. */
  static Optional<Refusal> refusal(DraftOverlay overlay, EntityKey category, EntityKey item) {
    if (!ListedItem.TYPES.contains(item.type())) {
      return Optional.of(Refusal.of(Reason.WRONG_TYPE, item, "property", "subobject"));
    }
    return unknown(overlay, category)
        .or(() ->
            new ListedItem(item).isIn(overlay.document(category))
                ? Optional.empty()
                : Optional.of(Refusal.of(Reason.NOT_LISTED, category, item.toString())));
  }

  /** Why this is no category to move something to. */
  static Optional<Refusal> unknown(DraftOverlay overlay, EntityKey category) {
    if (category.type() != EntityType.CATEGORY) {
      return Optional.of(Refusal.of(Reason.WRONG_TYPE, category, "category"));
    }
    return overlay.exists(category)
        ? Optional.empty()
        : Optional.of(Refusal.of(Reason.UNKNOWN_ENTITY, category));
  }
}
