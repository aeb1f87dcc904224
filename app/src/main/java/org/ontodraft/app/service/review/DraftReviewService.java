package org.ontodraft.app.service.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntitySummary;
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
    return new EntityReview(
        key,
        overlay.status(key),
        label(overlay, key, mine == null ? base : mine),
        EntityDiff.between(key.type(), base, mine),
        files(overlay, key),
        JsonPatch.between(base, mine).toReadableJson());
  }

  /** The entity's files; of one that cannot be written yet the place it would have. */
  private static List<FileReview> files(DraftOverlay overlay, EntityKey key) {
    List<FileReview> files =
        DraftFiles.ofEntity(overlay, key).stream()
            .map(file -> FileReview.of(file.path(), text(file.before()), text(file.after())))
            .toList();
    String path = overlay.find(key).map(EntitySummary::sourcePath).orElse("");
    return files.isEmpty() ? List.of(FileReview.of(path, "", "")) : files;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String label(
      DraftOverlay overlay, EntityKey key, @Nullable EntityDocument document) {
    if (document != null && document.label().isPresent()) {
      return document.label().get();
    }
    return overlay.find(key).map(EntitySummary::label).orElse(key.key());
  }
}
