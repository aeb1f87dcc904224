package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.format.PathFolding;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;

/**
 * The files in the way of a draft's: for created entities those of others, and for all those nobody
 * could read, also when the draft is based on what such a file held before.
 */
final class OccupiedPaths {
  private final Map<String, List<String>> entities = new HashMap<>();
  private final Map<String, SourceProblem> unreadable = new HashMap<>();

  private final DraftOverlay overlay;

  private OccupiedPaths(DraftOverlay overlay) {
    this.overlay = overlay;
  }

  /** Looks at the entities of those types only that a draft creates one of. */
  static OccupiedPaths of(DraftOverlay overlay) {
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    for (DraftChange change : overlay.changes()) {
      if (change instanceof DraftChange.Create) {
        types.add(change.key().type());
      }
    }
    OccupiedPaths paths = new OccupiedPaths(overlay);
    for (EntityType type : types) {
      for (EntitySummary entity : overlay.entities(type)) {
        if (overlay.change(entity.key()).filter(DraftChange.Delete.class::isInstance).isEmpty()) {
          paths
              .entities
              .computeIfAbsent(PathFolding.fold(entity.sourcePath()), path -> new ArrayList<>(1))
              .add(entity.sourcePath());
        }
      }
    }
    for (SourceProblem problem : overlay.base().problems()) {
      if (!problem.isNotice()) {
        paths.unreadable.put(PathFolding.fold(problem.path()), problem);
      }
    }
    return paths;
  }

  /** The file that is where this change would write or delete one. */
  Optional<String> occupant(DraftChange change) {
    return switch (change) {
      case DraftChange.Create(EntityKey key, var document) ->
          Arrays.stream(FileFormat.values())
              .map(format -> RepositoryLayout.pathOf(key, format))
              .flatMap(path -> unreadable(path, "").stream())
              .findFirst()
              .or(() -> overlay.find(key).flatMap(entity -> other(entity.sourcePath())));
      case DraftChange.Update(var key, SourceFile base, var patch) ->
          unreadable(base).or(() -> pageInTheWay(change));
      case DraftChange.Delete(var key, SourceFile base) -> unreadable(base);
    };
  }

  private Optional<String> unreadable(SourceFile base) {
    return base.files().stream()
        .flatMap(file -> unreadable(file.path(), file.blobId()).stream())
        .findFirst();
  }

  /** A file nobody could read where a dashboard would get a new page. */
  private Optional<String> pageInTheWay(DraftChange change) {
    if (change.key().type() != EntityType.DASHBOARD) {
      return Optional.empty();
    }
    return DraftFiles.ofEntity(overlay, change.key()).stream()
        .filter(file -> file.before() == null)
        .flatMap(file -> unreadable(file.path(), "").stream())
        .findFirst();
  }

  private Optional<String> unreadable(String path, String knownBlob) {
    return Optional.ofNullable(unreadable.get(PathFolding.fold(path)))
        .filter(problem -> !problem.blobId().equals(knownBlob))
        .map(SourceProblem::path);
  }

  private Optional<String> other(String path) {
    return entities.getOrDefault(PathFolding.fold(path), List.of()).stream()
        .filter(entity -> !entity.equals(path))
        .findFirst();
  }
}
