package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.EncodeResult;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.format.Unwritable;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;

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
      EntityKey key, String path, @Nullable String before, @Nullable String after) {
    /** Whether the commit changes the file. */
    public boolean differs() {
      return before == null ? after != null : !before.equals(after);
    }
  }

  /**
   * Every file that differs from the base, sorted by path. An entity whose file cannot hold its
   * change has none; {@link #refusals} says why. May read base files from disk.
   */
  public static List<FileChange> of(DraftOverlay overlay) {
    List<FileChange> files = new ArrayList<>();
    for (DraftChange change : overlay.changes()) {
      ofChange(overlay, change).stream().filter(FileChange::differs).forEach(files::add);
    }
    files.sort(Comparator.comparing(FileChange::path));
    return List.copyOf(files);
  }

  /** All files of one entity, the one that names it first, also those that stay as they are. */
  public static List<FileChange> ofEntity(DraftOverlay overlay, EntityKey key) {
    Optional<DraftChange> change = overlay.change(key);
    if (change.isPresent()) {
      return ofChange(overlay, change.get());
    }
    return overlay.base().find(key).isEmpty()
        ? List.of()
        : overlay.base().file(key).files().stream()
            .map(file -> new FileChange(key, file.path(), file.text(), file.text()))
            .toList();
  }

  /** Why a change cannot be written in the format of its file: findings that block a submit. */
  public static List<Finding> refusals(DraftOverlay overlay, DraftChange change) {
    if (change instanceof DraftChange.Delete
        || isOnDamagedFile(overlay, change)
        || !(encode(overlay, change) instanceof EncodeResult.Refused(var reasons))) {
      return List.of();
    }
    return reasons.stream().map(reason -> finding(change.key(), reason)).toList();
  }

  private static Finding finding(EntityKey key, Unwritable reason) {
    return new Finding(
        Severity.ERROR, reason.reason().rule(), key, reason.pointer(), reason.arguments());
  }

  private static List<FileChange> ofChange(DraftOverlay overlay, DraftChange change) {
    EntityKey key = change.key();
    List<SourceFile> before = filesBefore(change);
    if (change instanceof DraftChange.Delete) {
      return before.stream()
          .map(file -> new FileChange(key, file.path(), file.text(), null))
          .toList();
    }
    if (isOnDamagedFile(overlay, change)) {
      return unchanged(key, before);
    }
    return switch (encode(overlay, change)) {
      case EncodeResult.Encoded(var texts) -> changes(key, before, texts);
      case EncodeResult.Refused refused -> unchanged(key, before);
    };
  }

  /** Whether the file kept with an update holds no document; such a change is broken. */
  private static boolean isOnDamagedFile(DraftOverlay overlay, DraftChange change) {
    return change instanceof DraftChange.Update && overlay.baseDocument(change.key()) == null;
  }

  private static List<FileChange> unchanged(EntityKey key, List<SourceFile> files) {
    return files.stream()
        .map(file -> new FileChange(key, file.path(), file.text(), file.text()))
        .toList();
  }

  private static List<FileChange> changes(
      EntityKey key, List<SourceFile> before, SortedMap<String, String> texts) {
    Map<String, FileChange> changes = new LinkedHashMap<>();
    for (SourceFile file : before) {
      String path = file.path();
      changes.put(path, new FileChange(key, path, file.text(), texts.get(path)));
    }
    texts.forEach((path, text) -> changes.putIfAbsent(path, new FileChange(key, path, null, text)));
    return List.copyOf(changes.values());
  }

  private static List<SourceFile> filesBefore(DraftChange change) {
    return switch (change) {
      case DraftChange.Create create -> List.of();
      case DraftChange.Update update -> update.base().files();
      case DraftChange.Delete delete -> delete.base().files();
    };
  }

  private static EncodeResult encode(DraftOverlay overlay, DraftChange change) {
    EntityKey key = change.key();
    return switch (change) {
      case DraftChange.Create create -> {
        FileFormat format = FileFormat.ofNew(overlay.base(), key.type());
        yield EntityCodec.of(format)
            .encode(key, null, create.replacement(), sibling(overlay.base(), key, format));
      }
      case DraftChange.Update update ->
          EntityCodec.ofPath(update.base().path())
              .encode(key, update.base(), overlay.document(key), null);
      case DraftChange.Delete delete ->
          throw new IllegalArgumentException("a deleted entity has no file: " + key);
    };
  }

  /** A file whose style a new one of the same type and format follows. */
  private static @Nullable SourceFile sibling(Ontology base, EntityKey key, FileFormat format) {
    for (EntitySummary entity : base.entities(key.type())) {
      if (entity.sourcePath().endsWith(format.extension())) {
        return base.file(entity.key());
      }
    }
    return null;
  }
}
