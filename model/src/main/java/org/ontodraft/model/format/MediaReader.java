package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;

/** Checks the media folder: each image has a JSON file, and each of those an image. */
final class MediaReader {
  private MediaReader() {}

  /** The problems of these files, which are all there are of the folder. Reads no image. */
  static List<SourceProblem> problems(List<TreeEntry> media) {
    List<SourceProblem> problems = new ArrayList<>();
    Set<String> images = new HashSet<>();
    Set<String> sidecars = new HashSet<>();
    for (TreeEntry entry : media) {
      switch (RepositoryLayout.roleOf(entry.path())) {
        case PathRole.MediaFile(var name) -> images.add(MediaLayout.stemOf(name));
        case PathRole.EntityFile(var key) -> sidecars.add(key.key());
        default -> {}
      }
    }
    for (TreeEntry entry : media) {
      switch (RepositoryLayout.roleOf(entry.path())) {
        case PathRole.MediaFile(var name) -> {
          String stem = MediaLayout.stemOf(name);
          if (!sidecars.contains(stem)) {
            String path = RepositoryLayout.MEDIA + "/" + stem + FileFormat.JSON.extension();
            problems.add(problem(entry, Code.MEDIA_WITHOUT_SIDECAR, path));
          }
        }
        case PathRole.EntityFile(var key) -> {
          if (!images.contains(key.key())) {
            problems.add(problem(entry, Code.SIDECAR_WITHOUT_MEDIA));
          }
        }
        default -> {}
      }
    }
    return problems;
  }

  private static SourceProblem problem(TreeEntry entry, Code code, String... arguments) {
    return new SourceProblem(entry.path(), entry.blobId(), code, 0, List.of(arguments));
  }
}
