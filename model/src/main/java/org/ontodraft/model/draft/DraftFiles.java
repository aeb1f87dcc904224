package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;

/** The files a draft's commit changes, written format-preserving. */
public final class DraftFiles {
  private DraftFiles() {}

  /**
   * A file of the commit.
   *
   * @param before its text at the base, null when it is new
   * @param after its text in the commit, null when it is deleted
   */
  public record FileChange(
      EntityKey key, String path, @Nullable String before, @Nullable String after) {}

  /** Every file that differs from the base, sorted by path. May read base files from disk. */
  public static List<FileChange> of(DraftOverlay overlay) {
    List<FileChange> files = new ArrayList<>();
    for (DraftChange change : overlay.changes()) {
      FileChange file = fileOf(overlay, change);
      if (file.before() == null || !file.before().equals(file.after())) {
        files.add(file);
      }
    }
    files.sort(Comparator.comparing(FileChange::path));
    return List.copyOf(files);
  }

  /** The file of one entity as it will be committed; empty when it will not exist. */
  public static Optional<String> textOf(DraftOverlay overlay, EntityKey key) {
    Optional<DraftChange> change = overlay.change(key);
    if (change.isPresent()) {
      return Optional.ofNullable(fileOf(overlay, change.get()).after());
    }
    return overlay.base().find(key).map(entity -> overlay.base().file(key).text());
  }

  private static FileChange fileOf(DraftOverlay overlay, DraftChange change) {
    EntityKey key = change.key();
    return switch (change) {
      case DraftChange.Create create -> {
        String text = JsonCodec.encode(null, create.replacement(), sibling(overlay.base(), key));
        yield new FileChange(key, RepositoryLayout.pathOf(key), null, text);
      }
      case DraftChange.Update(EntityKey updated, SourceFile base, var patch) -> {
        EntityDocument document = overlay.document(updated);
        String text = JsonCodec.encode(base.text(), document, null);
        yield new FileChange(key, base.path(), base.text(), text);
      }
      case DraftChange.Delete(EntityKey deleted, SourceFile base) ->
          new FileChange(deleted, base.path(), base.text(), null);
    };
  }

  /** A file whose style a new one of the same type follows. */
  private static @Nullable String sibling(Ontology base, EntityKey key) {
    List<EntitySummary> entities = base.entities(key.type());
    return entities.isEmpty() ? null : base.file(entities.getFirst().key()).text();
  }
}
