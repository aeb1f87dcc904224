package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ontodraft.model.format.RepositoryLayout.PathRole;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;

/** Checks the media folder: each image has a JSON file that says its source and licence. */
final class MediaReader {
  private static final List<String> REQUIRED = List.of("source", "license");

  private MediaReader() {}

  /** The problems of these files, which are all there are of the folder. Reads no image. */
  static List<SourceProblem> problems(OntologySource source, List<TreeEntry> media) {
    List<SourceProblem> problems = new ArrayList<>();
    Set<String> images = new HashSet<>();
    Set<String> sidecars = new HashSet<>();
    for (TreeEntry entry : media) {
      switch (RepositoryLayout.roleOf(entry.path())) {
        case PathRole.MediaFile(var name) -> images.add(MediaLayout.stemOf(name));
        case PathRole.MediaSidecar(var stem) -> sidecars.add(stem);
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
        case PathRole.MediaSidecar(var stem) -> {
          if (!images.contains(stem)) {
            problems.add(problem(entry, Code.SIDECAR_WITHOUT_MEDIA));
          }
          sidecar(source, entry, problems);
        }
        default -> {}
      }
    }
    return problems;
  }

  private static void sidecar(
      OntologySource source, TreeEntry entry, List<SourceProblem> problems) {
    Optional<byte[]> bytes = source.read(entry.blobId(), JsonCodec.MAX_DOCUMENT_BYTES);
    if (bytes.isEmpty()) {
      String size = ">" + JsonCodec.MAX_DOCUMENT_BYTES;
      problems.add(JsonCodec.tooLarge(entry.path(), entry.blobId(), size));
      return;
    }
    switch (JsonCodec.decode(entry.path(), entry.blobId(), bytes.get())) {
      case DecodeResult.Rejected(var found) -> problems.addAll(found);
      case DecodeResult.Decoded(var document, var json, var notices) -> {
        problems.addAll(notices);
        for (String field : REQUIRED) {
          if (document.text(field).filter(text -> !text.isBlank()).isEmpty()) {
            problems.add(problem(entry, Code.SIDECAR_FIELD, field));
          }
        }
      }
    }
  }

  private static SourceProblem problem(TreeEntry entry, Code code, String... arguments) {
    return new SourceProblem(entry.path(), entry.blobId(), code, 0, List.of(arguments));
  }
}
