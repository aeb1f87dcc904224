package org.ontodraft.app.service.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.EntityReview.Renaming;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.patch.JsonPatch;

/** Compares documents and files, a draft's with its base's or those of any two ontologies. */
public final class DraftReviewService implements ReviewService {
  @Override
  public List<EntityReview> review(DraftOverlay overlay) {
    return overlay.changes().stream().map(change -> part(overlay, change.key())).toList();
  }

  @Override
  public EntityReview review(DraftOverlay overlay, EntityKey key) {
    EntityReview alone = part(overlay, key);
    Optional<EntityKey> from = overlay.renamedFrom(key);
    return from.isEmpty() ? alone : renamed(part(overlay, from.get()), alone, overlay, from.get());
  }

  private static EntityReview renamed(
      EntityReview deleted, EntityReview created, DraftOverlay overlay, EntityKey from) {
    return joined(
        overlay.status(created.key()),
        deleted,
        created,
        overlay.baseDocument(from),
        overlay.effectiveDocument(created.key()));
  }

  private static EntityReview joined(
      EntityStatus status,
      EntityReview deleted,
      EntityReview created,
      @Nullable EntityDocument before,
      @Nullable EntityDocument after) {
    return new EntityReview(
        created.key(),
        status,
        created.label(),
        EntityDiff.between(created.key().type(), before, after),
        EntityFiles.moved(deleted.files(), created.files()),
        JsonPatch.between(before, after).toReadableJson(),
        new Renaming(deleted, created),
        created.problems());
  }

  private static EntityReview part(DraftOverlay overlay, EntityKey key) {
    EntityDocument base = overlay.baseDocument(key);
    EntityDocument mine = overlay.effectiveDocument(key);
    EntityStatus status = overlay.status(key);
    return new EntityReview(
        key,
        status == EntityStatus.RENAMED ? EntityStatus.ADDED : status,
        label(overlay, key, mine == null ? base : mine),
        EntityDiff.between(key.type(), base, mine),
        files(overlay, key),
        JsonPatch.between(base, mine).toReadableJson(),
        null,
        EntityFiles.problems(overlay.base(), key));
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

  @Override
  public EntityReview review(OntologyView base, OntologyView mine, EntityChange change) {
    EntityKey key = change.key();
    return switch (change) {
      case EntityChange.Renamed(var to, EntityKey from, var before, var after) ->
          joined(
              EntityStatus.RENAMED,
              part(base, mine, from, EntityStatus.DELETED, before, null),
              part(base, mine, key, EntityStatus.ADDED, null, after),
              before,
              after);
      case EntityChange.Added added ->
          part(base, mine, key, EntityStatus.ADDED, null, added.after());
      case EntityChange.Deleted deleted ->
          part(base, mine, key, EntityStatus.DELETED, deleted.before(), null);
      case EntityChange.Modified(var same, var before, var after) ->
          part(base, mine, key, EntityStatus.MODIFIED, before, after);
    };
  }

  private static EntityReview part(
      OntologyView base,
      OntologyView mine,
      EntityKey key,
      EntityStatus status,
      @Nullable EntityDocument before,
      @Nullable EntityDocument after) {
    boolean unread =
        after == null && !EntityFiles.problems(mine, key).isEmpty()
            || before == null && !EntityFiles.problems(base, key).isEmpty();
    return new EntityReview(
        key,
        unread ? EntityStatus.BROKEN : status,
        label(after == null ? base : mine, key, after == null ? before : after),
        EntityDiff.between(key.type(), before, after),
        EntityFiles.between(base, mine, key),
        JsonPatch.between(before, after).toReadableJson(),
        null,
        EntityFiles.problems(base, mine, key));
  }

  @Override
  public List<EntityReview> unreadable(OntologyView base, OntologyView mine) {
    return EntityFiles.unreadableOnOneSide(base, mine).stream()
        .map(key ->
            part(
                base,
                mine,
                key,
                EntityStatus.BROKEN,
                base.exists(key) ? base.document(key) : null,
                mine.exists(key) ? mine.document(key) : null))
        .toList();
  }

  private static String label(OntologyView view, EntityKey key, @Nullable EntityDocument document) {
    if (document != null && document.label().isPresent()) {
      return document.label().get();
    }
    return view.find(key).map(EntitySummary::label).orElse(key.key());
  }
}
