package org.ontodraft.model.draft;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.format.PathFolding;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.validation.CheckedView;

/**
 * The files in the way of a draft's: for created entities those of others, and for all those nobody
 * could read, also when the draft is based on what such a file held before.
 */
final class ChangedFiles {
  private final Map<String, SourceProblem> unreadable = new HashMap<>();

  ChangedFiles(Ontology base) {
    for (SourceProblem problem : base.problems()) {
      if (!problem.isNotice()) {
        unreadable.put(PathFolding.fold(problem.path()), problem);
      }
    }
  }

  /** The file that is where this change would write or delete one. */
  Optional<String> occupant(DraftChange change, DraftOverlay overlay, CheckedView view) {
    return switch (change) {
      case DraftChange.Create(EntityKey key, var document) ->
          Arrays.stream(FileFormat.values())
              .map(format -> RepositoryLayout.pathOf(key, format))
              .flatMap(path -> unreadable(path, "").stream())
              .findFirst()
              .or(() -> view.summary(key).flatMap(entity -> other(key, entity.sourcePath(), view)));
      case DraftChange.Update(var key, SourceFile base, var patch) ->
          unreadable(base).or(() -> pageInTheWay(change, overlay));
      case DraftChange.Delete(var key, SourceFile base) -> unreadable(base);
    };
  }

  private Optional<String> unreadable(SourceFile base) {
    return base.files().stream()
        .flatMap(file -> unreadable(file.path(), file.blobId()).stream())
        .findFirst();
  }

  /** A file nobody could read where a dashboard would get a new page. */
  private Optional<String> pageInTheWay(DraftChange change, DraftOverlay overlay) {
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

  private static Optional<String> other(EntityKey key, String path, CheckedView view) {
    return view.at(path).stream()
        .filter(other -> !other.equals(key))
        .map(view::summary)
        .flatMap(Optional::stream)
        .map(EntitySummary::sourcePath)
        .filter(other -> !Objects.equals(other, path))
        .min(String::compareTo);
  }
}
