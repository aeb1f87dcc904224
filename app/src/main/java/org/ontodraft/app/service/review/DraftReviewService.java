package org.ontodraft.app.service.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;

/** Reviews a draft by comparing its base with what it makes of it. */
public final class DraftReviewService implements ReviewService {
  @Override
  public List<EntityReview> review(DraftOverlay overlay) {
    return overlay.changes().stream().map(change -> review(overlay, change.key())).toList();
  }

  @Override
  public EntityReview review(DraftOverlay overlay, EntityKey key) {
    EntityDocument base = overlay.baseDocument(key);
    EntityDocument mine = overlay.effectiveDocument(key);
    SourceFile file = baseFile(overlay, key);
    String text = DraftFiles.textOf(overlay, key).orElse("");
    LineDiff lines = LineDiff.between(file == null ? "" : file.text(), text);
    return new EntityReview(
        key,
        overlay.status(key),
        label(overlay, key, mine == null ? base : mine),
        EntityDiff.between(key.type(), base, mine),
        file == null ? RepositoryLayout.pathOf(key) : file.path(),
        text,
        lines.lines(),
        JsonPatch.between(base, mine).toReadableJson(),
        lines.added(),
        lines.removed());
  }

  /** The file the draft was made from, which is kept with it, rather than the repository's. */
  private static @Nullable SourceFile baseFile(DraftOverlay overlay, EntityKey key) {
    return switch (overlay.change(key).orElse(null)) {
      case DraftChange.Create created -> null;
      case DraftChange.Update updated -> updated.base();
      case DraftChange.Delete deleted -> deleted.base();
      case null -> overlay.base().find(key).isPresent() ? overlay.base().file(key) : null;
    };
  }

  private static String label(
      DraftOverlay overlay, EntityKey key, @Nullable EntityDocument document) {
    if (document != null && document.label().isPresent()) {
      return document.label().get();
    }
    return overlay.find(key).map(EntitySummary::label).orElse(key.key());
  }
}
